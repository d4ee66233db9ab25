package roundhouse.metrics;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * Durations and their percentiles, within the stated number of significant digits. Counts are kept in the buckets of an HdrHistogram
 * of one nanosecond's unit, but in a bare array that grows with the longest duration: recording is one increment in the run's hot
 * path. The histogram itself is made when somebody asks. The mean is exact.
 */
public final class Latencies {
    private final int digits;
    /** Log2 of the buckets in a doubling of the duration. */
    private final int halfBits;

    private long[] counts = new long[0];
    private long count;
    private long sumNanos;
    /** The longest since the last {@link #cut}. */
    private long peakNanos;

    private long peakBeforeNanos;

    /** @param digits 2 for percentiles within 1 %, 3 for 0.1 % */
    public Latencies(int digits) {
        this.digits = digits;
        // HdrHistogram: the least power of two above twice 10^digits, halved.
        this.halfBits = 63 - Long.numberOfLeadingZeros(2 * Math.round(StrictMath.pow(10, digits)) - 1);
    }

    /** Records a duration, nanoseconds, 0 or more. */
    public void record(long nanos) {
        int doubling = Math.max(0, 63 - halfBits - Long.numberOfLeadingZeros(nanos | 1));
        int bucket = (doubling << halfBits) + (int) (nanos >>> doubling);
        if (bucket >= counts.length) {
            counts = Arrays.copyOf(counts, (doubling + 2) << halfBits);
        }
        counts[bucket]++;
        count++;
        sumNanos += nanos;
        if (nanos > peakNanos) {
            peakNanos = nanos;
        }
    }

    /** Adds everything another one of the same digits recorded. */
    public void add(Latencies other) {
        if (other.digits != digits) {
            throw new IllegalArgumentException(other.digits + " digits and " + digits + " do not go together");
        }
        if (other.counts.length > counts.length) {
            counts = Arrays.copyOf(counts, other.counts.length);
        }
        for (int bucket = 0; bucket < other.counts.length; bucket++) {
            counts[bucket] += other.counts[bucket];
        }
        count += other.count;
        sumNanos += other.sumNanos;
        peakNanos = Math.max(peakNanos, other.maxNanos());
    }

    /** What was recorded since it was as {@code earlier}, given the longest of that. */
    public Latencies since(Latencies earlier, long longestNanos) {
        Latencies since = new Latencies(digits);
        since.counts = counts.clone();
        for (int bucket = 0; bucket < earlier.counts.length; bucket++) {
            since.counts[bucket] -= earlier.counts[bucket];
        }
        since.count = count - earlier.count;
        since.sumNanos = sumNanos - earlier.sumNanos;
        since.peakNanos = longestNanos;
        return since;
    }

    public Latencies copy() {
        return since(new Latencies(digits), maxNanos());
    }

    public long count() {
        return count;
    }

    /** All of them added up, nanoseconds. */
    public long sumNanos() {
        return sumNanos;
    }

    /** Nanoseconds; 0 when nothing was recorded. */
    public double meanNanos() {
        return count == 0 ? 0 : (double) sumNanos / count;
    }

    public long maxNanos() {
        return Math.max(peakBeforeNanos, peakNanos);
    }

    /** The longest since the last {@link #cut}. */
    public long peakNanos() {
        return peakNanos;
    }

    /** Begins another interval for {@link #peakNanos}. */
    public void cut() {
        peakBeforeNanos = maxNanos();
        peakNanos = 0;
    }

    /** The durations that these parts of the recorded ones, 0 to 100, do not exceed; 0 when nothing was recorded. */
    public long[] percentilesNanos(double... percents) {
        long[] durations = new long[percents.length];
        if (count > 0) {
            Histogram histogram = histogram();
            for (int i = 0; i < percents.length; i++) {
                durations[i] = Math.min(maxNanos(), histogram.getValueAtPercentile(percents[i]));
            }
        }
        return durations;
    }

    /** One of {@link #percentilesNanos}, above 0, without a histogram: allocates nothing. */
    public long percentileNanos(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(Math.nextDown(percent) * count / 100));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length && count > 0; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                int doubling = Math.max(0, (bucket >>> halfBits) - 1);
                long next = (long) (bucket + 1 - (doubling << halfBits)) << doubling;
                return Math.min(maxNanos(), next - 1);
            }
        }
        return 0;
    }

    private Histogram histogram() {
        Histogram histogram = new Histogram(digits);
        for (int bucket = 0; bucket < counts.length; bucket++) {
            if (counts[bucket] > 0) {
                int doubling = Math.max(0, (bucket >>> halfBits) - 1);
                long least = (long) (bucket - (doubling << halfBits)) << doubling;
                histogram.recordValueWithCount(least, counts[bucket]);
            }
        }
        return histogram;
    }

    public void reset() {
        Arrays.fill(counts, 0);
        count = 0;
        sumNanos = 0;
        peakNanos = 0;
        peakBeforeNanos = 0;
    }
}
