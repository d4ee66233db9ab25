package roundhouse.simulation.tiers;

import java.util.Arrays;

/** What a cache remembers of each of its entries beside what entries have: lives, how long the fetch took. By slot. */
final class SlotTimes {
    private long[] livesNanos = new long[64];
    private long[] sinceNanos = new long[64];
    private long[] fetchNanos = new long[64];
    private boolean[] noted = new boolean[64];

    /** An entry comes into the slot. */
    void begin(int slot, long lifeNanos, long nowNanos, long tookNanos) {
        if (slot >= livesNanos.length) {
            int size = Math.max(slot + 1, livesNanos.length * 2);
            livesNanos = Arrays.copyOf(livesNanos, size);
            sinceNanos = Arrays.copyOf(sinceNanos, size);
            fetchNanos = Arrays.copyOf(fetchNanos, size);
            noted = Arrays.copyOf(noted, size);
        }
        livesNanos[slot] = lifeNanos;
        sinceNanos[slot] = nowNanos;
        fetchNanos[slot] = tookNanos;
        noted[slot] = false;
    }

    /** How long it is good for. */
    long lifeNanos(int slot) {
        return livesNanos[slot];
    }

    /** From when that is counted. */
    long sinceNanos(int slot) {
        return sinceNanos[slot];
    }

    void since(int slot, long nanos) {
        sinceNanos[slot] = nanos;
    }

    /** How long it took to fetch it. */
    long fetchNanos(int slot) {
        return fetchNanos[slot];
    }

    /** Whether it is found expired for the first time. */
    boolean noteExpiry(int slot) {
        boolean first = !noted[slot];
        noted[slot] = true;
        return first;
    }
}
