package roundhouse.storage.quorums;

import java.util.Arrays;

/** What trials of {@link Wars} came to, in the unit of its delays. */
public final class WarsSample {
    private static final int HALVINGS = 40;

    private final double[] thresholds;
    private final double[] reads;
    private final double[] writes;

    WarsSample(int trials) {
        thresholds = new double[trials];
        reads = new double[trials];
        writes = new double[trials];
    }

    void set(int trial, double threshold, double read, double write) {
        thresholds[trial] = threshold;
        reads[trial] = read;
        writes[trial] = write;
    }

    void sort() {
        Arrays.sort(thresholds);
        Arrays.sort(reads);
        Arrays.sort(writes);
    }

    /** The share of reads that are consistent when they begin so long after the commit. */
    public double consistent(double after) {
        int low = 0;
        int high = thresholds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (thresholds[middle] <= after) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / thresholds.length;
    }

    /** How long after the commit such a share of reads is consistent, from 0. */
    public double visibility(double share) {
        return Math.max(0, quantile(thresholds, share));
    }

    /**
     * The share of reads at any time that are not consistent, where writes of a key come as a Poisson process: the last one was committed a
     * time ago that is exponential, and a trial's read is not consistent that begins sooner after it than the trial needs.
     *
     * @param rate writes of a key in a unit of time
     */
    public double stale(double rate) {
        return stale(rate, Double.POSITIVE_INFINITY);
    }

    /** Of those, such a share begins no longer after the commit than that; 0 where all are consistent. */
    public double staleAge(double rate, double share) {
        double wanted = share * stale(rate);
        double low = 0;
        double high = Math.max(0, thresholds[thresholds.length - 1]);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (stale(rate, middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double stale(double rate, double youngerThan) {
        double sum = 0;
        for (double threshold : thresholds) {
            sum -= StrictMath.expm1(-rate * Math.clamp(threshold, 0, youngerThan));
        }
        return sum / thresholds.length;
    }

    /** The latency that such a share of reads does not exceed. */
    public double read(double share) {
        return quantile(reads, share);
    }

    public double write(double share) {
        return quantile(writes, share);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
