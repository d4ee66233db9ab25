package roundhouse.cli.limiting;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.limits.Quota;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.guarding.QuotaText;

/**
 * One limit as it is written: {@code 10/s burst=5 nodelay}. What stands first is the rate, or the number; the rest are words, of which
 * those without a value are switches.
 *
 * @param label what a message calls it: {@code --limit}, or nothing where its words were options of their own
 */
public record LimitText(String label, String first, Map<String, String> words) {
    private static final long MOST = 1_000_000;

    /** @throws IllegalArgumentException when a word stands there twice, or nothing does */
    public static LimitText parse(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        if (parts[0].isEmpty()) {
            throw new IllegalArgumentException("--limit: found nothing; allowed is a rate or a number, then words");
        }
        Map<String, String> words = new TreeMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            if (words.put(name, equals < 0 ? "" : parts[i].substring(equals + 1)) != null) {
                throw new IllegalArgumentException("--limit, " + name + ": it stands there twice");
            }
        }
        return new LimitText("--limit", parts[0], words);
    }

    boolean has(String name) {
        return words.containsKey(name);
    }

    boolean flag(String name) {
        String value = words.get(name);
        if (value != null && !value.isEmpty()) {
            throw wrong(name, value, "the word alone");
        }
        return value != null;
    }

    long whole(String name, long usual, long least) {
        String value = words.get(name);
        return value == null ? usual : whole(name, value, least);
    }

    private long whole(String name, String value, long least) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(name, value, least + " to " + MOST);
    }

    /** What stands first, as a number of at least 1. */
    int number() {
        return Math.toIntExact(whole(label, first, 1));
    }

    double real(String name, double usual, double least, double most) {
        String value = words.get(name);
        if (value == null) {
            return usual;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw wrong(name, value, Units.number(least) + " to " + Units.number(most));
    }

    /** A part of a whole: {@code 50%} is 0.5. */
    double part(String name, double usual) {
        String value = words.get(name);
        if (value == null) {
            return usual;
        }
        if (value.endsWith("%")) {
            try {
                double percent = Double.parseDouble(value.substring(0, value.length() - 1));
                if (percent >= 0 && percent <= 100) {
                    return percent / 100;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
        }
        throw wrong(name, value, "0% to 100%");
    }

    long nanos(String name, long usual) {
        String value = words.get(name);
        return value == null ? usual : nanosOf(says(name), value);
    }

    static long nanosOf(String label, String text) {
        return switch (Units.duration(text)) {
            case Parsed.Value<Duration>(Duration length) -> length.toNanos();
            case Parsed.Wrong<Duration>(String reason) -> throw new IllegalArgumentException(label + ": " + reason);
        };
    }

    Quota quota() {
        return quotaOf(label.isEmpty() ? "--rate" : label, first);
    }

    static Quota quotaOf(String label, String text) {
        return switch (QuotaText.parse(text)) {
            case Parsed.Value<Quota>(Quota quota) -> quota;
            case Parsed.Wrong<Quota>(String reason) -> throw new IllegalArgumentException(label + ": " + reason);
        };
    }

    private IllegalArgumentException wrong(String name, String found, String allowed) {
        return new IllegalArgumentException(says(name) + ": found " + found + "; allowed is " + allowed);
    }

    /** What a message calls that word. */
    String says(String name) {
        return label.isEmpty() ? "--" + name : name.equals(label) ? label : label + ", " + name;
    }
}
