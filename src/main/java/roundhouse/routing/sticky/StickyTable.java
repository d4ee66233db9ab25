package roundhouse.routing.sticky;

import java.util.Arrays;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Which target a client was given, so that it is given the same again: HAProxy's stick table. Keys are sessions or
 * {@linkplain #keyOf addresses}.
 *
 * <p>An entry whose target is gone, down, at its limit or already tried is not followed; the caller picks anew and {@link #put}s
 * over it, so the client does not return when the old target does. A draining target, or one of weight 0, keeps its clients. An
 * entry's life starts over at every use. A full table forgets the entry unused for longest, or takes no new ones.
 *
 * <p>Constant time, and no allocation once the table has grown to its use. What it holds depends on its calls alone.
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

    private final int capacity;
    private final long lifeNanos;
    private final WhenFull whenFull;
    private final KeysByUse keys;
    /** By the keys' slots. */
    private int[] targets;

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
        keys = new KeysByUse(capacity);
        targets = new int[keys.slots()];
    }

    /** An address as a key: an IPv4 address as it is, an IPv6 address mixed down to 64 bits. */
    public static long keyOf(Address address) {
        long key = 0;
        for (int i = 0; i < address.length(); i++) {
            if (i == 8) {
                key = KeysByUse.mix(key);
            }
            key = key << 8 ^ key >>> 56 ^ address.octet(i);
        }
        return key;
    }

    /**
     * The target the key sticks to, if it can take this request now, else {@link Balancer#NONE}. Renews the entry it finds.
     *
     * @param nowNanos nanoseconds, never going back
     */
    public int find(long key, Request request, Pool pool, long nowNanos) {
        keys.expire(nowNanos, lifeNanos);
        int slot = keys.find(key);
        if (slot == KeysByUse.NIL) {
            return Balancer.NONE;
        }
        int target = targets[slot];
        if (!pool.canServeSticky(target) || request.tried(target)) {
            return Balancer.NONE;
        }
        keys.use(slot, nowNanos);
        return target;
    }

    /** The target the key sticks to, whether it can take a request or not, else {@link Balancer#NONE}. Renews nothing. */
    public int peek(long key) {
        int slot = keys.find(key);
        return slot == KeysByUse.NIL ? Balancer.NONE : targets[slot];
    }

    /** The key sticks to that target from now on. */
    public void put(long key, int target, long nowNanos) {
        keys.expire(nowNanos, lifeNanos);
        int slot = keys.find(key);
        if (slot != KeysByUse.NIL) {
            keys.use(slot, nowNanos);
        } else {
            if (keys.size() == capacity) {
                if (whenFull == WhenFull.KEEP) {
                    return;
                }
                keys.remove(keys.oldest());
            }
            slot = keys.add(key, nowNanos);
            if (targets.length < keys.slots()) {
                targets = Arrays.copyOf(targets, keys.slots());
            }
        }
        targets[slot] = target;
    }

    /** Entries held, expired ones perhaps among them until the next use. */
    public int size() {
        return keys.size();
    }
}
