package roundhouse.simulation.byhand;

/** Services under way, by the time at which they end: a binary heap. */
final class Services {
    private long[] ends;
    private long[] sequences;
    private int[] slots;
    private int size;

    Services(int cores) {
        ends = new long[cores];
        sequences = new long[cores];
        slots = new int[cores];
    }

    /** When the first ends; never while there is none. */
    long timeNanos() {
        return size == 0 ? Long.MAX_VALUE : ends[0];
    }

    long sequence() {
        return sequences[0];
    }

    void add(long endNanos, long sequence, int slot) {
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            // A later one has the greater sequence, so that times alone decide here.
            if (ends[above] <= endNanos) {
                break;
            }
            move(above, at);
            at = above;
        }
        put(at, endNanos, sequence, slot);
    }

    int take() {
        int slot = slots[0];
        long end = ends[--size];
        long sequence = sequences[size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && isBefore(below + 1, ends[below], sequences[below])) {
                below++;
            }
            if (!isBefore(below, end, sequence)) {
                break;
            }
            move(below, at);
            at = below;
        }
        put(at, end, sequence, slots[size]);
        return slot;
    }

    private boolean isBefore(int at, long end, long sequence) {
        return ends[at] < end || (ends[at] == end && sequences[at] < sequence);
    }

    private void move(int from, int to) {
        put(to, ends[from], sequences[from], slots[from]);
    }

    private void put(int at, long end, long sequence, int slot) {
        ends[at] = end;
        sequences[at] = sequence;
        slots[at] = slot;
    }
}
