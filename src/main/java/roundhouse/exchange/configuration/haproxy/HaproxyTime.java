package roundhouse.exchange.configuration.haproxy;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as HAProxy writes them: a number and us, ms, s, m, h or d; milliseconds where no unit is said. */
final class HaproxyTime {
    /** What stands for no limit where leaving it out would mean another one: about the longest that HAProxy knows. */
    static final Duration FOREVER = Duration.ofDays(24);

    private static final Pattern TIME = Pattern.compile("(\\d{1,12})(us|ms|s|m|h|d)?");

    private HaproxyTime() {}

    /** A time above zero; nothing for anything else. */
    static Optional<Duration> parse(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        String unit = time.group(2) == null ? "ms" : time.group(2);
        long micros = switch (unit) {
            case "us" -> 1;
            case "ms" -> 1_000;
            case "s" -> 1_000_000;
            case "m" -> 60_000_000L;
            case "h" -> 3_600_000_000L;
            default -> 86_400_000_000L;
        };
        if (number == 0 || number > Duration.ofDays(365).toMillis() * 1_000 / micros) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(number * micros * 1_000));
    }

    /** Rounded up to whole milliseconds, at most {@link #FOREVER}. */
    static String format(Duration time) {
        Duration most = time.compareTo(FOREVER) > 0 ? FOREVER : time;
        long millis = Math.max(1, most.plusNanos(999_999).toMillis());
        return millis % 86_400_000 == 0
                ? millis / 86_400_000 + "d"
                : millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
