package roundhouse.storage.tables;

import java.util.Arrays;

/** Numbers by numbers: open addressing in two arrays. What is not there is 0. */
public final class NumberTable {
    private long[] keys;
    private long[] values;
    private boolean[] used;
    private int count;

    public NumberTable() {
        this(new long[16], new long[16], new boolean[16], 0);
    }

    private NumberTable(long[] keys, long[] values, boolean[] used, int count) {
        this.keys = keys;
        this.values = values;
        this.used = used;
        this.count = count;
    }

    public int count() {
        return count;
    }

    public long get(long key) {
        int slot = slot(key);
        return used[slot] ? values[slot] : 0;
    }

    public void put(long key, long value) {
        int slot = slot(key);
        if (!used[slot]) {
            if (2 * (count + 1) > keys.length) {
                grow();
                slot = slot(key);
            }
            used[slot] = true;
            keys[slot] = key;
            count++;
        }
        values[slot] = value;
    }

    public NumberTable copy() {
        return new NumberTable(keys.clone(), values.clone(), used.clone(), count);
    }

    /** The keys that are there, in ascending order. */
    public long[] keys() {
        long[] all = new long[count];
        int found = 0;
        for (int i = 0; i < keys.length; i++) {
            if (used[i]) {
                all[found++] = keys[i];
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (hash ^ hash >>> 32) & (keys.length - 1);
        while (used[slot] && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        boolean[] oldUsed = used;
        keys = new long[oldKeys.length * 2];
        values = new long[keys.length];
        used = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldUsed[i]) {
                int slot = slot(oldKeys[i]);
                used[slot] = true;
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
