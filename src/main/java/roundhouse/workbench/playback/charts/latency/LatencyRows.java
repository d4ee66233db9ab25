package roundhouse.workbench.playback.charts.latency;

import java.util.List;
import java.util.stream.IntStream;
import roundhouse.metrics.DurationBuckets;
import roundhouse.workbench.FigureText;

/**
 * Classes of latencies on a logarithmic scale, a number of them to a doubling.
 *
 * @param buckets how many of {@link DurationBuckets} one has: 1, 2, 4 or 8
 */
record LatencyRows(int buckets) {
    /** How many there are. */
    int count() {
        return 1 + (DurationBuckets.COUNT - 2) / buckets + 1;
    }

    /** The row of a bucket. */
    int of(int bucket) {
        return bucket == 0 ? 0 : 1 + (bucket - 1) / buckets;
    }

    /** The least latency of a row, nanoseconds; that of the next is what none of it reaches. */
    long leastNanos(int row) {
        return row == 0 ? 0 : DurationBuckets.leastNanos(Math.min(DurationBuckets.COUNT, 1 + (row - 1) * buckets));
    }

    /** How it is called: from when to when. */
    String text(int row) {
        return FigureText.duration(leastNanos(row)) + " to " + FigureText.duration(leastNanos(row + 1));
    }

    /** Adds up counts by bucket. */
    long[] add(List<int[]> counts) {
        long[] sums = new long[count()];
        for (int[] one : counts) {
            for (int bucket = 0; bucket < one.length; bucket++) {
                sums[of(bucket)] += one[bucket];
            }
        }
        return sums;
    }

    /** The latency below which so many per cent of the counted are, nanoseconds; 0 where there are none. */
    static long percentileNanos(List<int[]> counts, double percent) {
        int[] sums = new int[DurationBuckets.COUNT];
        long total = counts.stream().flatMapToInt(IntStream::of).asLongStream().sum();
        for (int[] one : counts) {
            for (int bucket = 0; bucket < one.length; bucket++) {
                sums[bucket] = (int) Math.min(Integer.MAX_VALUE, (long) sums[bucket] + one[bucket]);
            }
        }
        return DurationBuckets.percentileNanos(sums, total, percent);
    }
}
