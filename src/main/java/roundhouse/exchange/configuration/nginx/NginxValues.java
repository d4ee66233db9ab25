package roundhouse.exchange.configuration.nginx;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import roundhouse.limits.Quota;

/** Values as nginx writes them: times, sizes, rates and whole numbers. */
final class NginxValues {
    private static final Pattern TIME_PART = Pattern.compile("(\\d{1,9})(ms|[smhdwMy]?)");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(ms|[smhdwMy]?)\\s*)+");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kKmMgG]?)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,7})r/([sm])");

    private NginxValues() {}

    /** {@code 1h30m}, {@code 500ms}, or seconds without a unit; no longer than a year. */
    static Optional<Duration> time(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        Matcher parts = TIME_PART.matcher(text);
        while (parts.find()) {
            long count = Long.parseLong(parts.group(1));
            sum = sum.plus(
                    switch (parts.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        case "d" -> Duration.ofDays(count);
                        case "w" -> Duration.ofDays(7 * count);
                        case "M" -> Duration.ofDays(30 * count);
                        case "y" -> Duration.ofDays(365 * count);
                        default -> Duration.ofSeconds(count);
                    });
        }
        return Optional.of(sum.compareTo(NginxText.FOREVER) > 0 ? NginxText.FOREVER : sum);
    }

    /** A limit of time; null for none, for which a year stands. */
    static @Nullable Duration limit(Duration time) {
        return time.compareTo(NginxText.FOREVER) >= 0 || time.isZero() ? null : time;
    }

    /** Bytes. */
    static Optional<Long> size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        int shift = switch (size.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Optional.of(Math.min(1L << 40, Math.min(1L << 40, Long.parseLong(size.group(1))) << shift))
                .map(bytes -> bytes < 0 ? 1L << 40 : bytes);
    }

    static Optional<Quota> rate(String text) {
        Matcher rate = RATE.matcher(text);
        return rate.matches()
                        && Long.parseLong(rate.group(1)) >= 1
                        && Long.parseLong(rate.group(1)) <= Quota.MOST_PERMITS
                ? Optional.of(new Quota(
                        Long.parseLong(rate.group(1)), rate.group(2).equals("s") ? 1_000_000_000L : 60_000_000_000L))
                : Optional.empty();
    }

    /** A whole number within bounds. */
    static Optional<Integer> whole(String text, int least, int most) {
        if (!text.matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value >= least && value <= most ? Optional.of((int) value) : Optional.empty();
    }
}
