package roundhouse.topology.json;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantities with their units, as files, the inspector and the command line write them: {@code 5ms}, {@code 1200/s}. */
public final class Units {
    /** The longest duration there is: a year. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /** What a message says about durations. */
    public static final String DURATION_ALLOWED =
            "a duration is a number and ns, us, ms, s, min or h, like \"5ms\" or \"1.5s\"";

    public static final String RATE_ALLOWED = "a rate is written like \"1000/s\"";

    private static final Pattern DURATION =
            Pattern.compile("\\s*(-?)(\\d{1,19}(?:\\.\\d{1,18})?)\\s*(ns|us|µs|μs|ms|s|min|h)\\s*");
    private static final Pattern RATE =
            Pattern.compile("\\s*(-?\\d{1,19}(?:\\.\\d{1,400})?(?:[eE]-?\\d{1,3})?)\\s*/\\s*s\\s*");
    /** Requests a second. */
    public static final Range RATES = Range.real(0, 10_000_000);

    private static final String[] NAMES = {"h", "min", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L};

    private Units() {}

    /** What came of reading a quantity. */
    public sealed interface Parsed<T extends @Nullable Object> {
        record Value<T extends @Nullable Object>(T value) implements Parsed<T> {}

        /** Why not: what was found and what is allowed, without a full stop. */
        record Wrong<T extends @Nullable Object>(String reason) implements Parsed<T> {}

        /** No value, for types that allow that there is none. */
        static <T extends @Nullable Object> Parsed<T> missing() {
            return map(new Value<>(""), _ -> null);
        }

        /** The function's value of what was read. */
        static <A, B extends @Nullable Object> Parsed<B> map(
                Parsed<A> parsed, Function<? super A, ? extends B> function) {
            return switch (parsed) {
                case Value<A>(A value) -> new Value<>(function.apply(value));
                case Wrong<A>(String reason) -> new Wrong<>(reason);
            };
        }
    }

    /** Reads a duration from 0 to {@link #LONGEST}, to the nanosecond. Space before the unit is allowed. */
    public static Parsed<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + DURATION_ALLOWED);
        }
        if (!matcher.group(1).isEmpty()) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; a duration cannot be negative");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(2)).multiply(BigDecimal.valueOf(nanosOf(matcher.group(3))));
        if (nanos.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; the longest duration is " + format(LONGEST));
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; durations are whole nanoseconds");
        }
        return new Parsed.Value<>(Duration.ofNanos(nanos.longValueExact()));
    }

    /** A duration in the largest unit that needs no decimals: 1500 ms rather than 1.5 s, 1 min rather than 60 s. */
    public static String format(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0s";
        }
        int unit = 0;
        while (nanos % NANOS[unit] != 0) {
            unit++;
        }
        return nanos / NANOS[unit] + NAMES[unit];
    }

    /** Reads requests a second. The unit is required. */
    public static Parsed<Double> rate(String text) {
        Matcher matcher = RATE.matcher(text);
        if (!matcher.matches()) {
            return new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + RATE_ALLOWED);
        }
        double rate = Double.parseDouble(matcher.group(1)) + 0.0;
        return RATES.allows(rate)
                ? new Parsed.Value<>(rate)
                : new Parsed.Wrong<>("found " + Json.quoted(text) + "; a rate is from 0/s to 10000000/s");
    }

    public static String formatRate(double rate) {
        return number(rate) + "/s";
    }

    /**
     * A number in as few digits as give it back exactly, without a needless ".0": {@code 0.0000001}, never {@code 1.0E-7}. Only from
     * 10<sup>15</sup> on, where all digits would be noughts, and where it is none, it is as Java writes it.
     */
    public static String number(double value) {
        if (Math.abs(value) < 1e15) {
            return value == Math.rint(value)
                    ? Long.toString((long) value)
                    : new BigDecimal(Double.toString(value))
                            .stripTrailingZeros()
                            .toPlainString();
        }
        return Double.toString(value);
    }

    /** A part of a whole, 0 to 1, as a percentage: {@code 12.5 %}. */
    public static String percent(double part) {
        return new BigDecimal(Double.toString(part))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static long nanosOf(String unit) {
        return switch (unit) {
            case "h" -> NANOS[0];
            case "min" -> NANOS[1];
            case "s" -> NANOS[2];
            case "ms" -> NANOS[3];
            case "ns" -> NANOS[5];
            default -> NANOS[4];
        };
    }
}
