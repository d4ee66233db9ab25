package roundhouse.simulation.transcript;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Figures as the transcript writes them. */
public final class TranscriptWords {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};

    /** More would not be read to the end. */
    private static final int MOST_CHANGES = 6;

    private static final int FIRST_CHANGES = 4;

    private TranscriptWords() {}

    public static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** Without a needless ".0", and to three digits after the point. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A span of time in the largest unit that is not larger than it: 5 s, 1.25 ms; long ones in minutes. */
    public static String time(long nanos) {
        if (nanos >= 120_000_000_000L) {
            return number(nanos / 60e9) + " min";
        }
        double value = nanos;
        int unit = 0;
        while (value >= 1_000 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return number(value) + " " + UNITS[unit];
    }

    /** A moment of a run: minutes, seconds, milliseconds, 00:11.900. */
    public static String clock(long nanos) {
        long millis = nanos / 1_000_000;
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }

    /** What changed: all of it, or of more than six changes the first and how many more there are. */
    public static String changes(List<String> changes) {
        if (changes.size() <= MOST_CHANGES) {
            return String.join("; ", changes);
        }
        return String.join("; ", changes.subList(0, FIRST_CHANGES)) + "; and " + (changes.size() - FIRST_CHANGES)
                + " more changes";
    }

    /** A part as a percentage. */
    public static String percent(double part) {
        return number(100 * part) + " %";
    }
}
