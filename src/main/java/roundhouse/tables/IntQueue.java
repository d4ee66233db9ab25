package roundhouse.tables;

import java.util.Arrays;

/** A first-in-first-out queue of ints in a ring that grows by doubling. */
public final class IntQueue {
    private int[] ring = new int[16];
    private int first;
    private int size;

    public int size() {
        return size;
    }

    public void add(int value) {
        if (size == ring.length) {
            int[] longer = Arrays.copyOfRange(ring, first, first + size * 2);
            System.arraycopy(ring, 0, longer, size - first, first);
            ring = longer;
            first = 0;
        }
        ring[(first + size++) & (ring.length - 1)] = value;
    }

    public int remove() {
        int value = ring[first];
        first = (first + 1) & (ring.length - 1);
        size--;
        return value;
    }

    /** The value that as many others come out before. */
    public int get(int before) {
        return ring[(first + before) & (ring.length - 1)];
    }

    public void clear() {
        size = 0;
    }
}
