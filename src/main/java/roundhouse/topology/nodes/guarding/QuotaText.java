package roundhouse.topology.nodes.guarding;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.limits.Quota;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;

/** A rate of a limiter, as people write it: so many in a period, {@code 10/s}, {@code 70/min}, {@code 5/500ms}. */
public final class QuotaText {
    /** What is allowed. */
    public static final String ALLOWED = "a whole number in a period, as 10/s, 70/min, 1000/h or 5/500ms";

    private static final Pattern QUOTA = Pattern.compile("(\\d{1,9})(?:r)?\\s*/\\s*(\\S+)");
    private static final long SECOND = 1_000_000_000;

    private QuotaText() {}

    /** The rate, or why it is none. */
    public static Parsed<Quota> parse(String text) {
        Matcher matcher = QUOTA.matcher(text.strip());
        if (!matcher.matches()) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; allowed is " + ALLOWED);
        }
        String period = matcher.group(2);
        return switch (Units.duration(unit(period))) {
            case Parsed.Value<Duration>(Duration length) -> quota(text, matcher.group(1), length);
            case Parsed.Wrong<Duration>(String reason) -> new Parsed.Wrong<>(reason);
        };
    }

    private static Parsed<Quota> quota(String text, String permits, Duration period) {
        try {
            return new Parsed.Value<>(new Quota(Long.parseLong(permits), period.toNanos()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + e.getMessage());
        }
    }

    /** A unit alone is one of it. */
    private static String unit(String period) {
        return switch (period) {
            case "s", "sec" -> "1s";
            case "m", "min" -> "1min";
            case "h" -> "1h";
            case "day" -> "24h";
            default -> period;
        };
    }

    /** As files have it. */
    public static String format(Quota quota) {
        long seconds = quota.periodNanos() % SECOND == 0 ? quota.periodNanos() / SECOND : 0;
        String period = switch ((int) Math.min(seconds, Integer.MAX_VALUE)) {
            case 1 -> "s";
            case 60 -> "min";
            case 3_600 -> "h";
            case 86_400 -> "day";
            default -> Units.format(Duration.ofNanos(quota.periodNanos()));
        };
        return quota.permits() + "/" + period;
    }
}
