package roundhouse.storage.quorums;

import java.util.Arrays;

/** What trials of {@link Wars} came to, in the unit of its delays. */
public final class WarsSample {
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
