package roundhouse.cli.limiting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of arrivals.
 *
 * @param key whose limit it counts against; empty for nobody's
 * @param words what else it says, by name
 */
public record LimitArrival(long atNanos, String key, Map<String, String> words) {
    private static final int NANO_DIGITS = 6;
    private static final long LATEST_MILLIS = 31_536_000_000L;
    private static final int MOST_PERMITS = 1_000_000;

    /** Only these, so that a key may have blanks and equals signs. */
    private static final Pattern WORD =
            Pattern.compile("(?:^|\\s)(key[2-9]?|permits|timeout|rate|id|for|ends|took|result)=(\\S*)\\s*$");

    /**
     * {@code 120 10.0.0.1 permits=2}: milliseconds, a fraction may follow, the key, and words; without a key all share one.
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
        long atNanos = nanos(text.substring(0, end));
        Map<String, String> words = new TreeMap<>();
        String rest = text.substring(end);
        for (Matcher word = WORD.matcher(rest); word.find(); word = WORD.matcher(rest)) {
            if (words.put(word.group(1), word.group(2)) != null) {
                throw new IllegalArgumentException(word.group(1) + "= stands there twice");
            }
            rest = rest.substring(0, word.start());
        }
        String named = words.get("key");
        // With a blank after the time and no more there is a key, and it is empty.
        String key = named != null ? named : rest.isEmpty() ? "all" : rest.strip();
        return new LimitArrival(atNanos, key, words);
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

    /** The key with that number: 1 is the one after the time, others are {@code key2=}; empty if there is none. */
    String key(long number) {
        return number == 1 ? key : words.getOrDefault("key" + number, "");
    }

    @Nullable
    String word(String name) {
        return words.get(name);
    }

    int permits() {
        String text = words.getOrDefault("permits", "1");
        try {
            int permits = Integer.parseInt(text);
            if (permits >= 1 && permits <= MOST_PERMITS) {
                return permits;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("permits: found '" + text + "'; allowed are 1 to " + MOST_PERMITS);
    }

    /** A length of time among the words; nothing if it is not there. */
    @Nullable
    Long nanosOf(String name) {
        String text = words.get(name);
        return text == null ? null : LimitText.nanosOf(name, text);
    }

    boolean failed() {
        String result = words.getOrDefault("result", "ok");
        if (!result.equals("ok") && !result.equals("failed")) {
            throw new IllegalArgumentException("result: found '" + result + "'; allowed are ok and failed");
        }
        return result.equals("failed");
    }

    /** The same at another time, with one word more. */
    LimitArrival later(long nanos, String name, String value) {
        Map<String, String> more = new TreeMap<>(words);
        more.put(name, value);
        return new LimitArrival(nanos, key, more);
    }
}
