package roundhouse.workbench;

import static roundhouse.workbench.texts.Texts.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers are written for people, everywhere in the window: short, with a unit, thousands set apart by a narrow space, at which no line breaks. */
public final class FigureText {
    /** The unit of {@link #rate}. */
    public static final String PER_SECOND = " req/s";

    private static final char NARROW_SPACE = '\u202f';

    /** A whole number of more than three digits that stands by itself: no part of a name, a path, a time or a fraction. It may be a rate. */
    private static final Pattern COUNT = Pattern.compile(
            "(?<![\\w.,:/-])(?:\\d{4,15}|\\d{1,3}(?:,\\d{3}){1,4})(?![\\w:-]|/(?!(?:s|h|million)\\b)|[.,]\\d)");

    private FigureText() {}

    /** {@code 14 976} */
    public static String count(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder(value < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(NARROW_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** A sentence of the engine, whose counts are written as here: {@code 14 976} for {@code 14,976} and for {@code 14976}. */
    public static String sentence(String text) {
        return COUNT.matcher(text)
                .replaceAll(found -> count(Long.parseLong(found.group().replace(",", ""))));
    }

    /** A part of the whole, 0 to 1, as {@code 25.1 %}. */
    public static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", part * 100);
    }

    /** {@code 1 200 req/s}; below ten with a decimal. */
    public static String rate(double perSecond) {
        return number(perSecond) + PER_SECOND;
    }

    /** Memory, as {@code 14.4 MiB}. */
    public static String mebibytes(long bytes) {
        return text("workbench.mib", number(bytes / 1_048_576.0));
    }

    /** A quantity to about three significant digits. */
    public static String number(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return count(Math.round(value));
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** A duration in the unit that suits it, to three significant digits: {@code 11.9 ms}. */
    public static String duration(long nanos) {
        if (nanos < 1_000) {
            return nanos + " ns";
        }
        if (nanos < 999_500) {
            return significant(nanos / 1e3) + " µs";
        }
        if (nanos < 999_500_000) {
            return significant(nanos / 1e6) + " ms";
        }
        return significant(nanos / 1e9) + " s";
    }

    /** A duration and the half of its interval, both in the unit that suits the greater of them: {@code 27.9 ± 0.41 ms}. */
    public static String duration(long nanos, long halfNanos) {
        long greater = Math.max(nanos, halfNanos);
        String unit = duration(greater).replaceAll(".* ", "");
        double scale = greater < 1_000 ? 1 : greater < 999_500 ? 1e3 : greater < 999_500_000 ? 1e6 : 1e9;
        return part(nanos / scale) + " ± " + part(halfNanos / scale) + " " + unit;
    }

    /** To three significant digits, without decimals that say nothing. */
    private static String part(double value) {
        return value == 0
                ? "0"
                : value < 0.995
                        ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                        : significant(value);
    }

    /** How much longer a link takes: {@code +5.00 ms}, or with a jitter {@code +5.00 ms to 7.00 ms}. */
    public static String delay(long nanos, long jitterNanos) {
        String least = nanos == 0 ? "+0" : "+" + duration(nanos);
        return jitterNanos == 0 ? least : least + " to " + duration(nanos + jitterNanos);
    }

    private static String significant(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }

    /** A moment of a run as the transport's clock shows it: minutes, seconds, milliseconds, {@code 00:11.900}. */
    public static String clock(long nanos) {
        long millis = nanos / 1_000_000;
        return String.format(Locale.ROOT, "%02d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }
}
