package roundhouse.routing;

import java.util.Arrays;

/**
 * Which target a client was given, so that it is given the same again: HAProxy's stick table. Keys are sessions or
 * {@linkplain #keyOf addresses}.
 *
 * <p>An entry whose target is gone, down, at its limit or already tried is not followed; the caller picks anew and {@link #put}s
 * over it, so the client does not return when the old target does. A draining target, or one of weight 0, keeps its clients. An
 * entry's life starts over at every use. A full table forgets the entry unused for longest, or takes no new ones.
 *
 * <p>Chained hashing in flat arrays with the entries in a list by last use: constant time, and no allocation once the table has
 * grown to its use. What it holds depends on its calls alone.
 */
public final class StickyTable {
    /** Entries do not expire. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** What a full table does with a new key. */
    public enum WhenFull {
        /** Forgets the entry that was unused for longest. */
        PURGE_OLDEST,
        /** Does not store the new one. */
        KEEP
    }

    private static final int NIL = -1;

    private final int capacity;
    private final long lifeNanos;
    private final WhenFull whenFull;

    private int[] buckets;
    private long[] keys;
    private long[] used;
    private int[] targets;
    private int[] chain;
    private int[] newer;
    private int[] older;
    private int newest = NIL;
    private int oldest = NIL;
    private int free = NIL;
    private int slots;
    private int size;

    /**
     * @param capacity entries it may hold, at least 1
     * @param lifeNanos how long an unused entry lives, or {@link #FOREVER}
     */
    public StickyTable(int capacity, long lifeNanos, WhenFull whenFull) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity + " of a sticky table is below 1");
        }
        this.capacity = capacity;
        this.lifeNanos = lifeNanos;
        this.whenFull = whenFull;
        int first = Math.min(capacity, 16);
        buckets = new int[16];
        Arrays.fill(buckets, NIL);
        keys = new long[first];
        used = new long[first];
        targets = new int[first];
        chain = new int[first];
        newer = new int[first];
        older = new int[first];
    }

    /** An address as a key: an IPv4 address as it is, an IPv6 address mixed down to 64 bits. */
    public static long keyOf(Address address) {
        long key = 0;
        for (int i = 0; i < address.length(); i++) {
            if (i == 8) {
                key = mix(key);
            }
            key = key << 8 ^ key >>> 56 ^ address.octet(i);
        }
        return key;
    }

    /**
     * The target the key sticks to, if it can take this request now, else {@link Balancer#NONE}. Renews the entry it finds.
     *
     * @param now nanoseconds, never going back
     */
    public int find(long key, Request request, Pool pool, long now) {
        expire(now);
        int slot = slotOf(key);
        if (slot == NIL) {
            return Balancer.NONE;
        }
        int target = targets[slot];
        if (!pool.canKeep(target) || request.tried(target)) {
            return Balancer.NONE;
        }
        unlink(slot);
        link(slot, now);
        return target;
    }

    /** The target the key sticks to, whether it can take a request or not, else {@link Balancer#NONE}. Renews nothing. */
    public int peek(long key) {
        int slot = slotOf(key);
        return slot == NIL ? Balancer.NONE : targets[slot];
    }

    /** The key sticks to that target from now on. */
    public void put(long key, int target, long now) {
        expire(now);
        int slot = slotOf(key);
        if (slot != NIL) {
            unlink(slot);
        } else {
            if (size == capacity) {
                if (whenFull == WhenFull.KEEP) {
                    return;
                }
                forget(oldest);
            }
            slot = newSlot();
            keys[slot] = key;
            int bucket = bucketOf(key);
            chain[slot] = buckets[bucket];
            buckets[bucket] = slot;
            size++;
        }
        targets[slot] = target;
        link(slot, now);
    }

    /** Entries held, expired ones perhaps among them until the next use. */
    public int size() {
        return size;
    }

    private void expire(long now) {
        while (oldest != NIL && now - used[oldest] >= lifeNanos) {
            forget(oldest);
        }
    }

    private void forget(int slot) {
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

    private int slotOf(long key) {
        int slot = buckets[bucketOf(key)];
        while (slot != NIL && keys[slot] != key) {
            slot = chain[slot];
        }
        return slot;
    }

    private int bucketOf(long key) {
        return (int) mix(key) & buckets.length - 1;
    }

    private void link(int slot, long now) {
        used[slot] = now;
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
            grow((int) Math.min(capacity, 2L * slots));
        }
        return slots++;
    }

    private void grow(int length) {
        keys = Arrays.copyOf(keys, length);
        used = Arrays.copyOf(used, length);
        targets = Arrays.copyOf(targets, length);
        chain = Arrays.copyOf(chain, length);
        newer = Arrays.copyOf(newer, length);
        older = Arrays.copyOf(older, length);
        if (length > buckets.length) {
            // Nothing is free while the table grows, so every slot is in a chain.
            buckets = new int[Integer.highestOneBit(length - 1) << 1];
            Arrays.fill(buckets, NIL);
            for (int slot = 0; slot < slots; slot++) {
                int bucket = bucketOf(keys[slot]);
                chain[slot] = buckets[bucket];
                buckets[bucket] = slot;
            }
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014): neighbouring keys end far apart. */
    private static long mix(long key) {
        long z = (key ^ key >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
