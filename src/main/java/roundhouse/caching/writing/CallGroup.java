package roundhouse.caching.writing;

import java.util.Arrays;
import roundhouse.tables.LongTable;

/** Operations of one kind that are gathered for one call, and their keys. */
final class CallGroup {
    private final boolean removals;
    private final LongTable members = new LongTable();
    private long[] keys = new long[16];
    private long[] values = new long[16];
    private int size;

    CallGroup(boolean removals) {
        this.removals = removals;
    }

    void add(long key, long value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        keys[size] = key;
        values[size++] = value;
        members.put(key, 0);
    }

    boolean contains(long key) {
        return members.contains(key);
    }

    /** Hands the call over, if there is anything for it. */
    void send(StoreCalls calls) {
        if (size == 0) {
            return;
        }
        if (removals) {
            calls.removeAll(keys, size);
        } else {
            calls.writeAll(keys, values, size);
        }
        members.clear();
        size = 0;
    }

    /** Hands over a call by itself for each, or one for all if there are several and they may be together. */
    void send(StoreCalls calls, boolean together) {
        if (together && size > 1) {
            send(calls);
            return;
        }
        for (int i = 0; i < size; i++) {
            if (removals) {
                calls.remove(keys[i]);
            } else {
                calls.write(keys[i], values[i]);
            }
        }
        members.clear();
        size = 0;
    }
}
