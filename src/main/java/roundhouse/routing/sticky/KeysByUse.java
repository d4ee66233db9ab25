package roundhouse.routing.sticky;

import java.util.Arrays;

/**
 * A set of keys that knows which was unused for longest. Each key has a slot, a small number that stays its own while it is in the
 * set, by which the owner keeps more about it in arrays of its own.
 *
 * <p>Chained hashing in flat arrays with the keys in a list by last use: constant time, and no allocation once the arrays have grown
 * to their use. What it holds depends on its calls alone.
 */
public final class KeysByUse {
    /** No slot. */
    public static final int NIL = -1;

    private static final int FIRST = 16;

    private final int most;
    private int[] buckets = new int[FIRST];
    private long[] keys;
    private long[] used;
    private int[] chain;
    private int[] newer;
    private int[] older;
    private int newest = NIL;
    private int oldest = NIL;
    private int free = NIL;
    private int slots;
    private int size;

    /** @param most keys that there will be at once, at least 1 */
    public KeysByUse(int most) {
        this.most = most;
        int first = Math.min(most, FIRST);
        keys = new long[first];
        used = new long[first];
        chain = new int[first];
        newer = new int[first];
        older = new int[first];
        Arrays.fill(buckets, NIL);
    }

    /** Keys in the set. */
    public int size() {
        return size;
    }

    /** All slots are below this number. */
    public int slots() {
        return keys.length;
    }

    /** The slot unused for longest, or {@link #NIL} of an empty set. */
    public int oldest() {
        return oldest;
    }

    /** When the key of that slot was last used, nanoseconds. */
    public long usedNanos(int slot) {
        return used[slot];
    }

    /** The key's slot, or {@link #NIL} when it is not in the set. */
    public int find(long key) {
        int slot = buckets[bucketOf(key)];
        while (slot != NIL && keys[slot] != key) {
            slot = chain[slot];
        }
        return slot;
    }

    /**
     * Adds a key that is not in the set, used at that time, which is not before any other. Returns its slot.
     *
     * @throws IllegalStateException when the set is as large as it may become
     */
    public int add(long key, long nowNanos) {
        if (size == most) {
            throw new IllegalStateException("the set has " + most + " keys already");
        }
        int slot = newSlot();
        keys[slot] = key;
        intoChain(slot);
        size++;
        link(slot, nowNanos);
        return slot;
    }

    /** The key of that slot is used again. */
    public void use(int slot, long nowNanos) {
        unlink(slot);
        link(slot, nowNanos);
    }

    /** Forgets the key of that slot. */
    public void remove(int slot) {
        unlink(slot);
        int bucket = bucketOf(keys[slot]);
        if (buckets[bucket] == slot) {
            buckets[bucket] = chain[slot];
        } else {
            int before = buckets[bucket];
            while (chain[before] != slot) {
                before = chain[before];
            }
            chain[before] = chain[slot];
        }
        chain[slot] = free;
        free = slot;
        size--;
    }

    /** Forgets every key that was not used within {@code lifeNanos} nanoseconds. */
    public void expire(long nowNanos, long lifeNanos) {
        while (oldest != NIL && nowNanos - used[oldest] >= lifeNanos) {
            remove(oldest);
        }
    }

    /** How many keys {@link #expire} would leave. Forgets none. Cost: those it would forget. */
    public int sizeAfter(long nowNanos, long lifeNanos) {
        int left = size;
        for (int slot = oldest; slot != NIL && nowNanos - used[slot] >= lifeNanos; slot = newer[slot]) {
            left--;
        }
        return left;
    }

    /** Forgets all. */
    public void clear() {
        Arrays.fill(buckets, NIL);
        newest = NIL;
        oldest = NIL;
        free = NIL;
        slots = 0;
        size = 0;
    }

    private int bucketOf(long key) {
        return (int) mix(key) & buckets.length - 1;
    }

    private void intoChain(int slot) {
        int bucket = bucketOf(keys[slot]);
        chain[slot] = buckets[bucket];
        buckets[bucket] = slot;
    }

    private void link(int slot, long nowNanos) {
        used[slot] = nowNanos;
        older[slot] = newest;
        newer[slot] = NIL;
        if (newest == NIL) {
            oldest = slot;
        } else {
            newer[newest] = slot;
        }
        newest = slot;
    }

    private void unlink(int slot) {
        if (older[slot] == NIL) {
            oldest = newer[slot];
        } else {
            newer[older[slot]] = newer[slot];
        }
        if (newer[slot] == NIL) {
            newest = older[slot];
        } else {
            older[newer[slot]] = older[slot];
        }
    }

    private int newSlot() {
        if (free != NIL) {
            int slot = free;
            free = chain[slot];
            return slot;
        }
        if (slots == keys.length) {
            grow((int) Math.min(most, 2L * slots));
        }
        return slots++;
    }

    private void grow(int length) {
        keys = Arrays.copyOf(keys, length);
        used = Arrays.copyOf(used, length);
        chain = Arrays.copyOf(chain, length);
        newer = Arrays.copyOf(newer, length);
        older = Arrays.copyOf(older, length);
        buckets = new int[Integer.highestOneBit(length - 1) << 1];
        Arrays.fill(buckets, NIL);
        // Nothing is free while the table grows, so every slot is in a chain.
        for (int slot = 0; slot < slots; slot++) {
            intoChain(slot);
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): neighbouring keys end far apart. */
    static long mix(long key) {
        long z = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
