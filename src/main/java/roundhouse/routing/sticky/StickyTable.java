package roundhouse.routing.sticky;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.OrderedIndexes;
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
 * one, of more a 256th and one. So at rest it holds one entry less than its size after a client that it knew, and may be full after a new
 * one.
 *
 * <p>Such a table does not always find whom it could forget. Its entries are queued under the millisecond in which the request came that
 * each was made for, and stay there when they are used, also by the answer to that request. It looks at two for each that it is to
 * forget: one that was used since it was queued is queued anew, under that millisecond, and not forgotten. Where it comes across such
 * entries only, or all room is taken by requests that have not been answered, the request gets none. Entries are also queued anew when
 * they would have expired if they had not been used.
 *
 * <p>Constant time but for the entries that are forgotten and those that are new, which cost the logarithm of how many there are; and no
 * allocation once the table has grown to its use. What it holds depends on its calls alone.
 *
 * <p>Source: HAProxy 2.6, src/stick_table.c (stksess_new, stktable_trash_oldest, process_table_expire, stktable_touch_with_exp) and
 * src/stream.c (process_sticking_rules, process_store_rules).
 */
public final class StickyTable {
    /** Entries do not expire. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final long MILLI_NANOS = 1_000_000;

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
    private final KeysByUse keys;
    /** Slots by the millisecond under which each is queued; null where nothing is purged. */
    private final @Nullable OrderedIndexes order;
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
        keys = new KeysByUse(size);
        order = whenFull == WhenFull.KEEP ? null : new OrderedIndexes();
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
        expire(nowNanos);
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
        expire(nowNanos);
        if (keys.size() + taken == size && (order == null || !purge(order))) {
            return false;
        }
        taken++;
        return true;
    }

    /** Returns whether it forgot anybody. */
    private boolean purge(OrderedIndexes order) {
        int forgotten = 0;
        for (int looks = 2 * batch; looks > 0 && forgotten < batch && keys.size() > 0; looks--) {
            int slot = order.first();
            long usedMillis = keys.usedNanos(slot) / MILLI_NANOS;
            if (order.key(slot) == usedMillis) {
                order.remove(slot);
                keys.remove(slot);
                forgotten++;
            } else {
                queueAnew(order, slot);
            }
        }
        return forgotten > 0;
    }

    /** Behind those of the millisecond in which it was last used. */
    private void queueAnew(OrderedIndexes order, int slot) {
        order.remove(slot);
        order.put(slot, keys.usedNanos(slot) / MILLI_NANOS);
    }

    private void expire(long nowNanos) {
        if (lifeNanos == FOREVER) {
            return;
        }
        if (order == null) {
            keys.expire(nowNanos, lifeNanos);
            return;
        }
        int oldest = keys.oldest();
        while (oldest != KeysByUse.NIL && nowNanos - keys.usedNanos(oldest) >= lifeNanos) {
            order.remove(oldest);
            keys.remove(oldest);
            oldest = keys.oldest();
        }
        int first = order.first();
        while (first != OrderedIndexes.NONE
                && nowNanos - order.key(first) * MILLI_NANOS >= lifeNanos
                && order.key(first) < keys.usedNanos(first) / MILLI_NANOS) {
            queueAnew(order, first);
            first = order.first();
        }
    }

    /** Room that was taken for an entry is not needed. */
    public void giveRoomBack() {
        taken--;
    }

    /**
     * The key sticks to that target from now on. Room was taken for it, and is used or given back.
     *
     * @param sinceNanos when that was
     */
    public void put(long key, int target, long sinceNanos, long nowNanos) {
        expire(nowNanos);
        taken--;
        int slot = keys.find(key);
        if (slot != KeysByUse.NIL) {
            keys.use(slot, nowNanos);
        } else {
            slot = keys.add(key, nowNanos);
            if (targets.length < keys.slots()) {
                targets = Arrays.copyOf(targets, keys.slots());
            }
            if (order != null) {
                order.put(slot, sinceNanos / MILLI_NANOS);
            }
        }
        targets[slot] = target;
    }
}
