package roundhouse.caching.flat;

import java.util.Arrays;

/**
 * A number for each of some keys, both {@code long}: open addressing with linear probing, and removal that closes the gap, so that it
 * never fills with graves. Half full at most; it grows by doubling and makes nothing else. Constant time on average.
 */
public final class LongTable {
    private static final int FIRST_SIZE = 16;
    /** 2^64 divided by the golden ratio: spreads neighbouring keys over the upper bits. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_SIZE];
    private long[] values = new long[FIRST_SIZE];
    private boolean[] used = new boolean[FIRST_SIZE];
    private int size;

    /** What is there for the key, or {@code missing}. */
    public long get(long key, long missing) {
        int at = find(key);
        return used[at] ? values[at] : missing;
    }

    public boolean contains(long key) {
        return used[find(key)];
    }

    public void put(long key, long value) {
        int at = find(key);
        if (!used[at]) {
            if (2 * (size + 1) > keys.length) {
                grow();
                at = find(key);
            }
            used[at] = true;
            keys[at] = key;
            size++;
        }
        values[at] = value;
    }

    /** Whether it was there. */
    public boolean remove(long key) {
        int gap = find(key);
        if (!used[gap]) {
            return false;
        }
        int mask = keys.length - 1;
        for (int at = (gap + 1) & mask; used[at]; at = (at + 1) & mask) {
            // What is found only by passing over the gap moves into it.
            if (((at - home(keys[at])) & mask) >= ((at - gap) & mask)) {
                keys[gap] = keys[at];
                values[gap] = values[at];
                gap = at;
            }
        }
        used[gap] = false;
        size--;
        return true;
    }

    public void clear() {
        Arrays.fill(used, false);
        size = 0;
    }

    public int size() {
        return size;
    }

    private int home(long key) {
        return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = home(key);
        while (used[at] && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        boolean[] oldUsed = used;
        keys = new long[2 * oldKeys.length];
        values = new long[keys.length];
        used = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldUsed[i]) {
                int at = find(oldKeys[i]);
                used[at] = true;
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
