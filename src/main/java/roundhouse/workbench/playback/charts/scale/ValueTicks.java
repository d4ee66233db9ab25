package roundhouse.workbench.playback.charts.scale;

import java.util.Locale;
import roundhouse.workbench.FigureText;

/**
 * The round values that a plot names between its lower edge, which is 0, and its upper edge: 1, 2 or 5 of a power of ten apart.
 *
 * @param step from one to the next, and from the lower edge to the first
 * @param count how many there are; none where a plot is too low for them
 */
public record ValueTicks(double step, int count) {
    private static final double APART = 40;
    /** Where a line of one pixel along the upper edge is sharp, px. */
    private static final double TOP = 0.5;

    /** @param edge what the upper edge stands for; it is no tick itself */
    public static ValueTicks of(double edge, double height) {
        if (height < 2 * APART || !(edge > 0)) {
            return new ValueTicks(edge, 0);
        }
        double least = edge * APART / height;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double step = 10 * power;
        for (int digit : new int[] {5, 2, 1}) {
            step = digit * power >= least * (1 - 1e-9) ? digit * power : step;
        }
        return new ValueTicks(step, (int) Math.ceil(edge / step - 1e-9) - 1);
    }

    /** How far below the upper edge of a plot of that height a value is drawn, px; at the edge what lies above. */
    public static double y(double value, double edge, double height) {
        double lowest = Math.floor(height) - 1.5;
        return lowest - (lowest - TOP) * Math.min(1, value / edge);
    }

    /** The value at a place from the top of a plot of that height, px: the inverse of {@link #y} within the plot. */
    public static double valueAt(double y, double edge, double height) {
        double lowest = Math.floor(height) - 1.5;
        return edge * (lowest - y) / (lowest - TOP);
    }

    public double value(int index) {
        return (index + 1) * step;
    }

    /** Without the unit, with as many decimals as the step has. */
    public String text(int index) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step * (1 + 1e-9))));
        return decimals == 0
                ? FigureText.count(Math.round(value(index)))
                : String.format(Locale.ROOT, "%." + decimals + "f", value(index));
    }
}
