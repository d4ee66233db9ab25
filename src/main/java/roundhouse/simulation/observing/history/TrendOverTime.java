package roundhouse.simulation.observing.history;

import java.util.Arrays;

/** Readings of one figure in equal spans of time, pairs of which are merged when they are used up. */
final class TrendOverTime {
    private final double[] sum;
    private final int[] readings;
    private final float[] least;
    private final float[] most;
    /** The last reading of counters that only grow. */
    private long partBefore;

    private long wholeBefore;

    /** @param spans that there may be */
    TrendOverTime(int spans) {
        sum = new double[spans];
        readings = new int[spans];
        least = new float[spans];
        most = new float[spans];
        Arrays.fill(least, Float.NaN);
        Arrays.fill(most, Float.NaN);
    }

    /** A reading; one that is not a number is none. */
    void level(int span, double value) {
        if (!Double.isNaN(value)) {
            float reading = (float) value;
            least[span] = readings[span] == 0 ? reading : Math.min(least[span], reading);
            most[span] = readings[span] == 0 ? reading : Math.max(most[span], reading);
            sum[span] += value;
            readings[span]++;
        }
    }

    /** By how much a counter grew; less than before is another thing of the same name, which began at 0. */
    void growth(int span, long total, double factor) {
        level(span, (total - (total < partBefore ? 0 : partBefore)) * factor);
        partBefore = total;
    }

    /** What part of the growth of one counter the growth of the other is. */
    void share(int span, long part, long whole) {
        boolean anew = whole < wholeBefore || part < partBefore;
        long of = whole - (anew ? 0 : wholeBefore);
        level(span, of == 0 ? Double.NaN : (double) (part - (anew ? 0 : partBefore)) / of);
        partBefore = part;
        wholeBefore = whole;
    }

    /** Makes one span of each two; those behind them are empty. */
    void mergePairs(int size) {
        for (int i = 0; i < size; i++) {
            int first = 2 * i;
            int second = first + 1;
            least[i] = readings[first] == 0
                    ? least[second]
                    : readings[second] == 0 ? least[first] : Math.min(least[first], least[second]);
            most[i] = readings[first] == 0
                    ? most[second]
                    : readings[second] == 0 ? most[first] : Math.max(most[first], most[second]);
            sum[i] = sum[first] + sum[second];
            readings[i] = readings[first] + readings[second];
        }
        Arrays.fill(sum, size, sum.length, 0);
        Arrays.fill(readings, size, readings.length, 0);
        Arrays.fill(least, size, least.length, Float.NaN);
        Arrays.fill(most, size, most.length, Float.NaN);
    }

    Trend trend(int size) {
        float[] mean = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = readings[i] == 0 ? Float.NaN : (float) (sum[i] / readings[i]);
        }
        return new Trend(mean, Arrays.copyOf(least, size), Arrays.copyOf(most, size));
    }
}
