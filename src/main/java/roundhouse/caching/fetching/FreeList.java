package roundhouse.caching.fetching;

import java.util.Arrays;

/** Places of an array that are free again; the next new one when there are none. */
final class FreeList {
    private int[] free = new int[16];
    private int size;
    private int made;

    /** A place given back, or the next that never was taken, which may lie behind the array's end. */
    int take() {
        return size > 0 ? free[--size] : made++;
    }

    void give(int place) {
        if (size == free.length) {
            free = Arrays.copyOf(free, 2 * size);
        }
        free[size++] = place;
    }

    /** All are free. */
    void clear() {
        size = 0;
        made = 0;
    }
}
