package roundhouse.cli.limiting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of arrivals.
 *
 * @param key whose limit it counts against; empty for nobody's
 */
public record LimitArrival(long atNanos, String key) {
    private static final int NANO_DIGITS = 6;
    private static final long LATEST_MILLIS = 31_536_000_000L;

    /**
     * {@code 120 10.0.0.1}: milliseconds, a fraction may follow, and the key; without one all share a key.
     *
     * @return nothing for a blank line
     * @throws IllegalArgumentException when it is not that
     */
    public static @Nullable LimitArrival parse(String line) {
        String text = line.stripLeading();
        if (text.isEmpty()) {
            return null;
        }
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String millis = text.substring(0, end);
        // With a blank after the time and no more there is a key, and it is empty.
        String key = end == text.length() ? "all" : text.substring(end + 1).strip();
        return new LimitArrival(nanos(millis), key);
    }

    private static long nanos(String millis) {
        try {
            BigDecimal number = new BigDecimal(millis);
            if (number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LATEST_MILLIS)) <= 0) {
                return number.movePointRight(NANO_DIGITS).longValue();
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("found '" + millis + "'; allowed are milliseconds, 0 to " + LATEST_MILLIS
                + ", and after a blank the key");
    }
}
