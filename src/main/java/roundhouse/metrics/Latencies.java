package roundhouse.metrics;

import org.HdrHistogram.Histogram;

/**
 * Durations and their percentiles, by an HdrHistogram that grows with what it is given and stays within the stated number of
 * significant digits. The mean is exact. Recording allocates nothing once the longest duration was seen.
 */
public final class Latencies {
    private final Histogram histogram;
    private long sum;
    private long max;

    /** @param digits 2 for percentiles within 1 %, 3 for 0.1 % */
    public Latencies(int digits) {
        histogram = new Histogram(digits);
    }

    /** Records a duration, nanoseconds, 0 or more. */
    public void record(long nanos) {
        histogram.recordValue(nanos);
        sum += nanos;
        if (nanos > max) {
            max = nanos;
        }
    }

    public long count() {
        return histogram.getTotalCount();
    }

    /** Nanoseconds; 0 when nothing was recorded. */
    public double mean() {
        return count() == 0 ? 0 : (double) sum / count();
    }

    public long max() {
        return max;
    }

    /** The duration that this part of the recorded ones, 0 to 100, do not exceed; 0 when nothing was recorded. */
    public long percentile(double percent) {
        return count() == 0 ? 0 : Math.min(max, histogram.getValueAtPercentile(percent));
    }

    public void reset() {
        histogram.reset();
        sum = 0;
        max = 0;
    }
}
