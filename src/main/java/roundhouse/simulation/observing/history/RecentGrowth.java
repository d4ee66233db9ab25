package roundhouse.simulation.observing.history;

import java.util.Arrays;

/** By how much a count has grown lately, in steps of a tenth of a second. */
public final class RecentGrowth {
    private final long[] counts;
    private int oldest;
    private long grown;

    /**
     * @param count as it is now
     * @param tenths how far it looks back, tenths of a second
     */
    public RecentGrowth(long count, int tenths) {
        counts = new long[tenths];
        Arrays.fill(counts, count);
    }

    /** A tenth of a second is over. */
    public void slice(long count) {
        grown = count - counts[oldest];
        counts[oldest] = count;
        oldest = (oldest + 1) % counts.length;
    }

    public long grown() {
        return grown;
    }
}
