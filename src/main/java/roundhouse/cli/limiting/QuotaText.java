package roundhouse.cli.limiting;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.limits.Quota;
import roundhouse.topology.json.Units;

/** A rate of a limiter, as people write it: so many in a period. */
public final class QuotaText {
    private static final Pattern QUOTA = Pattern.compile("(\\d{1,9})(?:r)?/(\\S+)");
    private static final Map<String, String> UNITS =
            Map.of("s", "1s", "sec", "1s", "m", "1min", "min", "1min", "h", "1h", "day", "24h");

    private QuotaText() {}

    /** @throws IllegalArgumentException when it is not that, with the reason */
    public static Quota of(String option, String text) {
        Matcher matcher = QUOTA.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(option + ": found '" + text
                    + "'; allowed is a whole number in a period, as 10/s, 70/min, 1000/h or 5/500ms");
        }
        String period = matcher.group(2);
        return switch (Units.duration(UNITS.getOrDefault(period, period))) {
            case Units.Parsed.Value<Duration>(Duration length) -> quota(option, text, matcher.group(1), length);
            case Units.Parsed.Wrong<Duration> wrong ->
                throw new IllegalArgumentException(option + ": " + wrong.reason());
        };
    }

    private static Quota quota(String option, String text, String permits, Duration period) {
        try {
            return new Quota(Long.parseLong(permits), period.toNanos());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + ": found '" + text + "'; " + e.getMessage(), e);
        }
    }
}
