package roundhouse.simulation.transcript;

import java.math.BigDecimal;
import java.math.MathContext;
import roundhouse.topology.expectations.Amount;

/** What was measured, in four significant digits and a unit: enough to see on which side of a bound it is. */
public final class MeasuredText {
    private static final MathContext DIGITS = new MathContext(4);

    private MeasuredText() {}

    /** The unit is that of the amount it is compared with. */
    public static String of(Amount amount, double measured) {
        return switch (amount) {
            case Amount.Time _ -> time(measured);
            case Amount.Count _ -> count(measured);
            case Amount.Share _ -> number(measured) + " %";
            case Amount.PerHour _ -> number(measured) + "/h";
            case Amount.PerMillion _ -> number(measured) + "/million requests";
            case Amount.Rate _ -> number(measured) + "/s";
        };
    }

    public static String time(double nanos) {
        String[] units = {"ns", "µs", "ms", "s"};
        double value = nanos;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return number(value) + " " + units[unit];
    }

    /** Whole numbers in full. */
    public static String count(double value) {
        return value == Math.rint(value) ? String.format(java.util.Locale.ROOT, "%,d", (long) value) : number(value);
    }

    private static String number(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded =
                Math.abs(value) < 1_000 ? exact.round(DIGITS) : exact.setScale(0, java.math.RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
