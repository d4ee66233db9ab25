package roundhouse.caching.writing;

import roundhouse.tables.LongTable;

/**
 * Writes and removals in order, each with a number that goes up by one, and the latest for each key. A ring that doubles when it is full;
 * constant time an operation.
 */
final class OperationQueue {
    static final int NONE = -1;

    private long[] keys = new long[16];
    private long[] values = new long[16];
    private long[] sinceNanos = new long[16];
    private boolean[] removals = new boolean[16];
    /** When the batch that begins with it is due, or {@link #NONE} if none does. */
    private long[] dueNanos = new long[16];

    private final LongTable latest = new LongTable();
    private long first;
    private long end;

    /** The number of the first. */
    long first() {
        return first;
    }

    /** The number that the next will have. */
    long end() {
        return end;
    }

    int size() {
        return (int) (end - first);
    }

    /**
     * Adds one.
     *
     * @param batchDueNanos when the batch is due that begins with it, {@link #NONE} if none does
     */
    void add(long key, long value, boolean removal, long batchDueNanos, long nowNanos) {
        if (size() == keys.length) {
            grow();
        }
        int at = place(end);
        keys[at] = key;
        values[at] = value;
        removals[at] = removal;
        dueNanos[at] = batchDueNanos;
        sinceNanos[at] = nowNanos;
        latest.put(key, end++);
    }

    /** It becomes another for the same key, in its place and as old as it was. */
    void replace(long number, long value, boolean removal) {
        int at = place(number);
        values[at] = value;
        removals[at] = removal;
    }

    /** Forgets the first ones up to that number. */
    void dropBefore(long number) {
        for (; first < number; first++) {
            long key = keys[place(first)];
            if (latest.get(key, NONE) == first) {
                latest.remove(key);
            }
        }
    }

    void clear() {
        latest.clear();
        first = end;
    }

    /** The number of the latest for the key, or {@link #NONE}. */
    long latest(long key) {
        return latest.get(key, NONE);
    }

    long key(long number) {
        return keys[place(number)];
    }

    long value(long number) {
        return values[place(number)];
    }

    boolean removal(long number) {
        return removals[place(number)];
    }

    boolean opens(long number) {
        return dueNanos[place(number)] != NONE;
    }

    long dueNanos(long number) {
        return dueNanos[place(number)];
    }

    void due(long number, long nanos) {
        dueNanos[place(number)] = nanos;
    }

    long sinceNanos(long number) {
        return sinceNanos[place(number)];
    }

    WriteBehind.Pending pending(long key) {
        long number = latest(key);
        if (number == NONE) {
            return WriteBehind.Pending.NOTHING;
        }
        return removal(number) ? WriteBehind.Pending.REMOVAL : WriteBehind.Pending.WRITE;
    }

    long oldestNanos(long nowNanos) {
        return size() == 0 ? 0 : nowNanos - sinceNanos(first);
    }

    private int place(long number) {
        return (int) (number & (keys.length - 1));
    }

    private void grow() {
        int size = keys.length;
        long[] oldKeys = keys;
        long[] oldValues = values;
        long[] oldSince = sinceNanos;
        boolean[] oldRemovals = removals;
        long[] oldDue = dueNanos;
        keys = new long[2 * size];
        values = new long[2 * size];
        sinceNanos = new long[2 * size];
        removals = new boolean[2 * size];
        dueNanos = new long[2 * size];
        for (long number = first; number < end; number++) {
            int from = (int) (number & (size - 1));
            int to = place(number);
            keys[to] = oldKeys[from];
            values[to] = oldValues[from];
            sinceNanos[to] = oldSince[from];
            removals[to] = oldRemovals[from];
            dueNanos[to] = oldDue[from];
        }
    }
}
