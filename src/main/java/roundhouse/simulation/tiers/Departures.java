package roundhouse.simulation.tiers;

import roundhouse.caching.Cache;

/**
 * Why keys are not in a cache any more, and since when, as the cache's own notes, so that a miss finds it where it looked for the key. Of
 * the first {@link #MOST} keys; of others it says that they never were there.
 */
final class Departures {
    private static final int MOST = 1 << 20;
    private static final int BITS = 3;
    private static final Departure[] ALL = Departure.values();

    private Departures() {}

    static void went(Cache cache, long key, Departure reason, long nowNanos) {
        if (cache.notes() < MOST || cache.note(key) != Cache.NONE) {
            cache.note(key, nowNanos << BITS | reason.ordinal());
        }
    }

    /** The key in that slot is about to go, because others need its place. */
    static void evicted(Cache cache, int slot, long nowNanos) {
        if (cache.notes() < MOST || cache.noteAt(slot) != Cache.NONE) {
            cache.noteAt(slot, nowNanos << BITS | Departure.EVICTED.ordinal());
        }
    }

    /** Why the key is not there. */
    static Departure reason(Cache cache, long key) {
        long known = cache.note(key);
        return known == Cache.NONE ? Departure.NEVER_HERE : ALL[(int) (known & ((1 << BITS) - 1))];
    }

    /** Since when, simulated nanoseconds; -1 for what never was there. */
    static long sinceNanos(Cache cache, long key) {
        long known = cache.note(key);
        return known == Cache.NONE ? -1 : known >> BITS;
    }
}
