package roundhouse.simulation.components.replication;

/** How long a store's members need after a partition until each has what all should have. Times in nanoseconds. */
public final class ConvergenceTimes {
    /** No such time. */
    public static final long NONE = -1;

    private long pendingSinceNanos = NONE;
    private long longestNanos = NONE;
    private long longestSinceNanos = NONE;

    /** A partition is over. */
    public void begin(long nowNanos) {
        if (pendingSinceNanos == NONE) {
            pendingSinceNanos = nowNanos;
        }
    }

    /** They have. */
    public void done(long nowNanos) {
        if (pendingSinceNanos != NONE) {
            long tookNanos = nowNanos - pendingSinceNanos;
            if (tookNanos > longestNanos) {
                longestNanos = tookNanos;
                longestSinceNanos = pendingSinceNanos;
            }
            pendingSinceNanos = NONE;
        }
    }

    /** When the partition ended after which they have not yet; {@link #NONE} when they have. */
    public long pendingSinceNanos() {
        return pendingSinceNanos;
    }

    /** The longest that it took; {@link #NONE} when there was none. */
    public long longestNanos() {
        return longestNanos;
    }

    /** When the partition ended after which it took the longest. */
    public long longestSinceNanos() {
        return longestSinceNanos;
    }
}
