package roundhouse.analysis;

import java.util.Arrays;

/**
 * The mean of a series of values that depend on each other, and how sure it is, by non-overlapping batches.
 *
 * <p>Latencies of requests that follow each other are alike, because they met the same queue; a confidence interval that took them for
 * independent would be far too narrow. The means of long enough batches of successive values are nearly independent and nearly
 * normal, so their spread says how sure the mean is. Batches grow: when there are {@value #MOST}, neighbours are joined and the
 * batches are twice as long, so there are 20 to 39 of equal length however long the series gets, in constant space. Values after the
 * last whole batch count in the mean, not in the spread.
 *
 * <p>Assumes that the series is in its steady state (the warm-up is left out before it comes here) and that batches are much longer
 * than the time over which values depend on each other; {@link Spread#correlation} shows whether they are.
 *
 * <p>Law and Kelton, Simulation Modeling and Analysis (5th ed., 2015), section 9.5.3; Schmeiser, Batch size effects in the analysis of
 * simulation output, Operations Research 30 (1982): more than 30 batches gain little, fewer than 10 lose much.
 */
final class BatchMeans {
    static final int MOST = 40;

    private final double[] sums = new double[MOST];
    private long size = 1;
    private int whole;
    private double current;
    private long inCurrent;
    private double total;
    private long count;

    /**
     * @param variance of the mean
     * @param batches how many there were
     * @param size values in each
     * @param correlation of the means of successive batches, −1 to 1; near 0 when the batches are long enough
     */
    record Spread(double variance, int batches, long size, double correlation) {}

    void add(double value) {
        total += value;
        count++;
        current += value;
        if (++inCurrent == size) {
            sums[whole++] = current;
            current = 0;
            inCurrent = 0;
            if (whole == MOST) {
                joinNeighbours();
            }
        }
    }

    private void joinNeighbours() {
        whole = MOST / 2;
        for (int i = 0; i < whole; i++) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
        size *= 2;
    }

    long count() {
        return count;
    }

    /** 0 when there are no values. */
    double mean() {
        return count == 0 ? 0 : total / count;
    }

    /** NaN where there are fewer than two batches. */
    Spread spread() {
        double[] means = Arrays.copyOf(sums, whole);
        for (int i = 0; i < whole; i++) {
            means[i] /= size;
        }
        double middle = Arrays.stream(means).average().orElse(0);
        double squares = 0;
        double products = 0;
        for (int i = 0; i < whole; i++) {
            squares += (means[i] - middle) * (means[i] - middle);
            products += i == 0 ? 0 : (means[i] - middle) * (means[i - 1] - middle);
        }
        double variance = whole < 2 ? Double.NaN : squares / (whole - 1) / whole;
        return new Spread(variance, whole, size, squares == 0 ? 0 : products / squares);
    }
}
