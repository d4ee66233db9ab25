package roundhouse.simulation.components;

import java.util.Arrays;

/** A first-in-first-out queue of ints in a ring that grows by doubling. */
final class IntQueue {
    private int[] ring = new int[16];
    private int first;
    private int size;

    int size() {
        return size;
    }

    void add(int value) {
        if (size == ring.length) {
            int[] longer = Arrays.copyOfRange(ring, first, first + size * 2);
            System.arraycopy(ring, 0, longer, size - first, first);
            ring = longer;
            first = 0;
        }
        ring[(first + size++) & (ring.length - 1)] = value;
    }

    int remove() {
        int value = ring[first];
        first = (first + 1) & (ring.length - 1);
        size--;
        return value;
    }

    /** The value that as many others come out before. */
    int get(int before) {
        return ring[(first + before) & (ring.length - 1)];
    }

    void clear() {
        size = 0;
    }
}
