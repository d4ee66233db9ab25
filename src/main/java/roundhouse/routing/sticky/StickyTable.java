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
 * entry's life starts over at every use, whether it is followed or not.
 *
 * <p>Every request {@linkplain #takeRoom takes room} for an entry when it comes, after it was looked for, and whether it needs one or not:
 * until its reply is written or it has none, that room is not there for others. A full table that keeps what it has gives none, so that
 * the reply is not written, not even over an entry that is there. One that purges forgets the entries unused for longest, of up to 255
 * one, of more a 256th and one; it gives none only when all its room is taken by requests that have not been answered. So at rest it
 * holds one entry less than its size after a client that it knew, and may be full after a new one.
 *
 * <p>Constant time but for the entries that are forgotten, and no allocation once the table has grown to its use. What it holds depends
 * on its calls alone.
 *
 * <p>What differs: HAProxy 2.6.12 puts its entries in order of use only when it looks for the oldest, looks at no more than two for each
 * that it is to forget, and where those were used since gives the request no room. Here the oldest is always found.
 *
 * <p>Source: HAProxy 2.6, src/stick_table.c (stksess_new, stktable_trash_oldest, stktable_set_entry) and src/stream.c
 * (process_sticking_rules, process_store_rules).
 */
public final class StickyTable {
    /** Entries do not expire. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** What a full table does with a new key. */
    public enum WhenFull {
        /** Forgets the entries that were unused for longest. */
        PURGE_OLDEST,
        /** Does not store the new one. */
        KEEP
    }

    /** Entries it holds when it is full, with the room that is taken. */
    private final int size;
    /** How many are forgotten at once. */
    private final int batch;

    private final long lifeNanos;
    private final WhenFull whenFull;
    private final KeysByUse keys;
    /** By the keys' slots. */
    private int[] targets;
    /** For how many entries that may come room is taken. */
    private int taken;

    /**
     * @param size entries, at least 1
     * @param lifeNanos how long an unused entry lives, or {@link #FOREVER}
     */
    public StickyTable(int size, long lifeNanos, WhenFull whenFull) {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size + " of a sticky table is below 1");
        }
        this.size = size;
        batch = (size >> 8) + 1;
        this.lifeNanos = lifeNanos;
        this.whenFull = whenFull;
        keys = new KeysByUse(size);
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
        keys.use(slot, nowNanos);
        int target = targets[slot];
        return pool.canServeSticky(target) && !request.tried(target) ? target : Balancer.NONE;
    }

    /** The target the key sticks to, whether it can take a request or not, else {@link Balancer#NONE}. Renews nothing. */
    public int peek(long key) {
        int slot = keys.find(key);
        return slot == KeysByUse.NIL ? Balancer.NONE : targets[slot];
    }

    /**
     * Takes room for an entry, which is to be {@link #put} or {@linkplain #giveRoomBack given back}. Returns whether there was any, or could
     * be made.
     */
    public boolean takeRoom(long nowNanos) {
        keys.expire(nowNanos, lifeNanos);
        if (keys.size() + taken == size) {
            if (whenFull == WhenFull.KEEP || keys.size() == 0) {
                return false;
            }
            for (int forgotten = 0; forgotten < batch && keys.size() > 0; forgotten++) {
                keys.remove(keys.oldest());
            }
        }
        taken++;
        return true;
    }

    /** Room that was taken for an entry is not needed. */
    public void giveRoomBack() {
        taken--;
    }

    /** The key sticks to that target from now on. Room was taken for it, and is used or given back. */
    public void put(long key, int target, long nowNanos) {
        keys.expire(nowNanos, lifeNanos);
        taken--;
        int slot = keys.find(key);
        if (slot != KeysByUse.NIL) {
            keys.use(slot, nowNanos);
        } else {
            slot = keys.add(key, nowNanos);
            if (targets.length < keys.slots()) {
                targets = Arrays.copyOf(targets, keys.slots());
            }
        }
        targets[slot] = target;
    }
}
