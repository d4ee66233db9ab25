package roundhouse.simulation.tiers;

import java.util.Arrays;

/** What a cache remembers of each of its entries beside what entries have: lives, how long the fetch took. By slot. */
final class SlotTimes {
    /** What there is of a slot, by its place among the longs of the slot, which stand together in a line of the processor's cache. */
    private static final int LIFE = 0;

    private static final int SINCE = 1;
    private static final int FETCH = 2;
    private static final int NOTED = 3;
    private static final int LONGS_BITS = 2;

    private long[] longs = new long[64 << LONGS_BITS];

    /** An entry comes into the slot. */
    void begin(int slot, long lifeNanos, long sinceNanos, long tookNanos) {
        int at = slot << LONGS_BITS;
        if (at >= longs.length) {
            longs = Arrays.copyOf(longs, Math.max((slot + 1) << LONGS_BITS, longs.length * 2));
        }
        longs[at + LIFE] = lifeNanos;
        longs[at + SINCE] = sinceNanos;
        longs[at + FETCH] = tookNanos;
        longs[at + NOTED] = 0;
    }

    /** How long it is good for. */
    long lifeNanos(int slot) {
        return longs[(slot << LONGS_BITS) + LIFE];
    }

    /** From when that is counted. */
    long sinceNanos(int slot) {
        return longs[(slot << LONGS_BITS) + SINCE];
    }

    void since(int slot, long nanos) {
        longs[(slot << LONGS_BITS) + SINCE] = nanos;
    }

    /** How long it took to fetch it. */
    long fetchNanos(int slot) {
        return longs[(slot << LONGS_BITS) + FETCH];
    }

    /** Whether it is found expired for the first time. */
    boolean noteExpiry(int slot) {
        int at = (slot << LONGS_BITS) + NOTED;
        boolean first = longs[at] == 0;
        longs[at] = 1;
        return first;
    }
}
