package roundhouse.workbench.playback;

import java.util.Locale;

/** The speeds that the slider offers: 1, 2, 5 in each decade from 1/10000 to 1000, evenly spaced by their logarithm. */
public final class SpeedScale {
    public static final double SLOWEST = 1e-4;
    public static final double FASTEST = 1000;

    private static final double[] STEPS = {1, 2, 5, 10};

    private SpeedScale() {}

    /** Where a speed stands on the slider: its decimal logarithm, -4 to 3. */
    public static double position(double speed) {
        return Math.log10(Math.clamp(speed, SLOWEST, FASTEST));
    }

    /** The speed offered nearest to a place on the slider. */
    public static double speed(double position) {
        double clamped = Math.clamp(position, -4, 3);
        int decade = (int) Math.floor(clamped);
        double nearest = 1;
        for (double step : STEPS) {
            if (Math.abs(Math.log10(step) + decade - clamped) < Math.abs(Math.log10(nearest) + decade - clamped)) {
                nearest = step;
            }
        }
        return decade < 0 ? nearest / Math.round(Math.pow(10, -decade)) : nearest * Math.round(Math.pow(10, decade));
    }

    /** The next faster speed offered, or slower for -1. */
    public static double next(double speed, int direction) {
        return speed(position(speed(position(speed))) + 0.35 * direction);
    }

    /** {@code 1/50×}, {@code 1×}, {@code 2.5×}. */
    public static String text(double speed) {
        return speed < 1 ? "1/" + number(1 / speed) + "×" : number(speed) + "×";
    }

    private static String number(double value) {
        return value >= 10 || Math.abs(value - Math.rint(value)) < 0.05
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
