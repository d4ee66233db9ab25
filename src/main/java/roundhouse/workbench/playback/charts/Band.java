package roundhouse.workbench.playback.charts;

import java.util.function.DoubleUnaryOperator;
import roundhouse.simulation.observing.history.Trend;

/**
 * The least and the most of the readings that each value of a line is made of, in the unit of the line. Where a value is a single reading
 * they are that value.
 */
public record Band(double[] least, double[] most) {
    /** Of a line whose readings are not known. */
    public static final Band NONE = new Band(new double[0], new double[0]);

    /** Of readings, each changed to the unit of the line. */
    static Band of(Trend trend, DoubleUnaryOperator change) {
        return new Band(changed(trend.least(), change), changed(trend.most(), change));
    }

    static Band of(Trend trend, double factor) {
        return of(trend, value -> value * factor);
    }

    private static double[] changed(float[] values, DoubleUnaryOperator change) {
        double[] changed = new double[values.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.applyAsDouble(values[i]);
        }
        return changed;
    }

    Band times(double factor) {
        Band scaled = new Band(least.clone(), most.clone());
        for (int i = 0; i < least.length; i++) {
            scaled.least[i] *= factor;
            scaled.most[i] *= factor;
        }
        return scaled;
    }

    /** Whether there is anything to tell of a value beyond the value: readings that differ. */
    boolean isWide(int index) {
        return index < least.length && least[index] < most[index];
    }
}
