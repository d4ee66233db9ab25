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
 * over it at last, so the client does not return when the old target does. A draining target, or one of weight 0, keeps its clients. An
 * entry's life starts over at every use.
 *
 * <p>A table of size n that keeps what it has takes no new entry once it holds n. One that purges forgets the entry unused for
 * longest and holds n - 1, as HAProxy does at rest: it takes room for an entry at every request, before it knows whether it needs
 * one. A table of size 1 holds 1 in any case.
 *
 * <p>Constant time, and no allocation once the table has grown to its use. What it holds depends on its calls alone.
 */
public final class StickyTable {
    /** Entries do not expire. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** What a full table does with a new key. */
    public enum WhenFull {
        /** Forgets the entry that was unused for longest, and leaves room for one. */
        PURGE_OLDEST,
        /** Does not store the new one. */
        KEEP
    }

    /** Entries it holds when it is full. */
    private final int most;

    private final long lifeNanos;
    private final WhenFull whenFull;
    private final KeysByUse keys;
    /** By the keys' slots. */
    private int[] targets;

    /**
     * @param size entries, at least 1; how many of them a full table uses, see above
     * @param lifeNanos how long an unused entry lives, or {@link #FOREVER}
     */
    public StickyTable(int size, long lifeNanos, WhenFull whenFull) {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size + " of a sticky table is below 1");
        }
        most = whenFull == WhenFull.KEEP ? size : Math.max(1, size - 1);
        this.lifeNanos = lifeNanos;
        this.whenFull = whenFull;
        keys = new KeysByUse(most);
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
            if (keys.size() == most) {
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
}
