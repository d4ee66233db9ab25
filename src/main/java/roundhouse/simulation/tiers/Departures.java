package roundhouse.simulation.tiers;

import roundhouse.tables.LongTable;

/**
 * Why keys are not in a cache any more, and since when. Of the first {@link #MOST} keys; of others it says that they never were there.
 */
final class Departures {
    private static final int MOST = 1 << 20;
    private static final int BITS = 3;
    private static final Departure[] ALL = Departure.values();

    private final LongTable reasons = new LongTable();

    void went(long key, Departure reason, long nowNanos) {
        if (reasons.size() < MOST || reasons.contains(key)) {
            reasons.put(key, nowNanos << BITS | reason.ordinal());
        }
    }

    /** Why the key is not there. */
    Departure reason(long key) {
        long known = reasons.get(key, -1);
        return known == -1 ? Departure.NEVER_HERE : ALL[(int) (known & ((1 << BITS) - 1))];
    }

    /** Since when, simulated nanoseconds; -1 for what never was there. */
    long sinceNanos(long key) {
        long known = reasons.get(key, -1);
        return known == -1 ? -1 : known >> BITS;
    }
}
