package roundhouse.simulation.tiers;

import roundhouse.caching.flat.LongTable;

/**
 * Why keys are not in a cache any more, and since when. Of the first {@link #MOST} keys; of others it says that they never were there.
 */
final class Departures {
    private static final int MOST = 1 << 20;
    private static final int BITS = 3;
    private static final Departure[] ALL = Departure.values();

    private final LongTable reasons = new LongTable();
    private long emptiedNanos = -1;
    private Departure emptiedBy = Departure.NEVER_HERE;

    /** The key is in the cache from now on. */
    void came(long key) {
        if (reasons.size() < MOST || reasons.contains(key)) {
            // What is there has no reason of its own; if all goes at once it has gone with all.
            reasons.put(key, -1);
        }
    }

    void went(long key, Departure reason, long nowNanos) {
        if (reasons.size() < MOST || reasons.contains(key)) {
            reasons.put(key, nowNanos << BITS | reason.ordinal());
        }
    }

    /** All that is there goes. */
    void emptied(Departure reason, long nowNanos) {
        emptiedNanos = nowNanos;
        emptiedBy = reason;
    }

    /** Why the key is not there. */
    Departure reason(long key) {
        long known = reasons.get(key, Long.MIN_VALUE);
        return known == Long.MIN_VALUE
                ? Departure.NEVER_HERE
                : known == -1 ? emptiedBy : ALL[(int) (known & ((1 << BITS) - 1))];
    }

    /** Since when, simulated nanoseconds; -1 for what never was there. */
    long sinceNanos(long key) {
        long known = reasons.get(key, Long.MIN_VALUE);
        return known == Long.MIN_VALUE ? -1 : known == -1 ? emptiedNanos : known >> BITS;
    }
}
