package roundhouse.simulation.byhand;

/** Requests that all take equally long: first in, first out, with the times at which they are there and their places in the order. */
final class Delayed {
    private final long delayNanos;
    private long[] entries = new long[3 * 64];
    private int first;
    private int size;

    Delayed(long delayNanos) {
        this.delayNanos = delayNanos;
    }

    /** When the first is there; never while there is none. */
    long timeNanos() {
        return size == 0 ? Long.MAX_VALUE : entries[first];
    }

    long sequence() {
        return entries[first + 1];
    }

    void add(long nowNanos, long sequence, int slot) {
        if (3 * size == entries.length) {
            long[] more = new long[2 * entries.length];
            System.arraycopy(entries, first, more, 0, entries.length - first);
            System.arraycopy(entries, 0, more, entries.length - first, first);
            entries = more;
            first = 0;
        }
        int at = first + 3 * size++;
        at = at < entries.length ? at : at - entries.length;
        entries[at] = nowNanos + delayNanos;
        entries[at + 1] = sequence;
        entries[at + 2] = slot;
    }

    int take() {
        int slot = (int) entries[first + 2];
        first = first + 3 == entries.length ? 0 : first + 3;
        size--;
        return slot;
    }
}
