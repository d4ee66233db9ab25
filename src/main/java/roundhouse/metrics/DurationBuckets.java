package roundhouse.metrics;

/**
 * Coarse counts of durations for the screen: eight buckets to every doubling from 1 µs to about 2½ hours. Percentiles are
 * interpolated within their bucket, so they are off by a few per cent at most.
 */
public final class DurationBuckets {
    private static final int FIRST_BIT = 10;
    private static final int LAST_BIT = 43;
    private static final int PER_DOUBLING = 8;

    /** How many buckets there are. */
    public static final int COUNT = 1 + (LAST_BIT - FIRST_BIT) * PER_DOUBLING;

    private DurationBuckets() {}

    /** The bucket of a duration, nanoseconds, 0 or more. */
    public static int of(long nanos) {
        int bit = 63 - Long.numberOfLeadingZeros(nanos | 1);
        if (bit < FIRST_BIT) {
            return 0;
        }
        if (bit >= LAST_BIT) {
            return COUNT - 1;
        }
        return 1 + (bit - FIRST_BIT) * PER_DOUBLING + (int) (nanos >>> (bit - 3) & (PER_DOUBLING - 1));
    }

    /** The least duration of a bucket, nanoseconds; of the one behind the last what no duration of that reaches. */
    public static long leastNanos(int bucket) {
        if (bucket == 0) {
            return 0;
        }
        int bit = FIRST_BIT + (bucket - 1) / PER_DOUBLING;
        return (1L << bit) + ((long) (bucket - 1) % PER_DOUBLING << (bit - 3));
    }

    /** A percentile, 0 to 100, of {@code total} durations counted in {@code counts}; 0 when there are none. */
    public static long percentileNanos(int[] counts, long total, double percent) {
        if (total == 0) {
            return 0;
        }
        double rank = percent / 100 * total;
        long before = 0;
        for (int bucket = 0; bucket < COUNT; bucket++) {
            long here = counts[bucket];
            if (here > 0 && before + here >= rank) {
                long least = leastNanos(bucket);
                return least + (long) ((leastNanos(bucket + 1) - least) * Math.max(0, rank - before) / here);
            }
            before += here;
        }
        return leastNanos(COUNT);
    }
}
