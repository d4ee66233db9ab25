package roundhouse.caching.invalidation;

import java.util.Arrays;
import roundhouse.tables.LongTable;

/**
 * Keys that have been written and of which the caches will be told by one message: when there are so many different ones, or a delay
 * after the first. Meanwhile caches serve what is old, which is the price of fewer messages. As McSqueal gathers them: Nishtala et al.:
 * Scaling Memcache at Facebook, NSDI 2013, section 4.1. Constant time; nothing allocated once it has been as full as it will be.
 */
public final class InvalidationBatch {
    private final int most;
    private final long maxDelayNanos;
    private final LongTable members = new LongTable();
    private long[] keys = new long[16];
    private int size;
    private long dueNanos = Long.MAX_VALUE;

    /**
     * Gathers.
     *
     * @param most different keys in a message, at least 1; 1 sends each by itself
     * @param maxDelayNanos how long the first of them waits at most, at least 0
     */
    public InvalidationBatch(int most, long maxDelayNanos) {
        this.most = most;
        this.maxDelayNanos = maxDelayNanos;
    }

    /** A key was written. */
    public void add(long key, long nowNanos) {
        if (members.contains(key)) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        members.put(key, 0);
        keys[size++] = key;
        if (size == 1) {
            dueNanos = nowNanos + maxDelayNanos;
        }
        if (size >= most) {
            dueNanos = nowNanos;
        }
    }

    /** When the message is due; {@code Long.MAX_VALUE} if there is nothing to tell. */
    public long nextNanos() {
        return dueNanos;
    }

    /** Hands over the message if it is due; whether it did. */
    public boolean next(long nowNanos, KeysListener message) {
        if (size == 0 || nowNanos < dueNanos) {
            return false;
        }
        message.keys(keys, size);
        clear();
        return true;
    }

    /** Keys of which nobody has been told. */
    public int size() {
        return size;
    }

    /** Forgets them, as when the one who would tell breaks down; how many. */
    public int lose() {
        int lost = size;
        clear();
        return lost;
    }

    private void clear() {
        members.clear();
        size = 0;
        dueNanos = Long.MAX_VALUE;
    }
}
