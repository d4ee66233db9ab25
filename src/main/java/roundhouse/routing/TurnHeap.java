package roundhouse.routing;

import java.util.Arrays;

/**
 * Targets of one weight ordered by their current weight, most first, then by index: who of them is next in a smooth weighted round
 * robin. That all gain the same is one addition to a common offset; a target's key is its current weight less the offset at the time
 * it came. An indexed binary heap: the first in constant time, joining, leaving and paying in O(log n).
 *
 * <p>The arrays of keys and places are shared by all heaps of a pool, as a target is in one heap at a time.
 */
final class TurnHeap {
    static final int NOWHERE = -1;

    private final long[] keys;
    private final int[] places;
    private int[] heap = new int[4];
    private int size;
    private long offset;

    TurnHeap(long[] keys, int[] places) {
        this.keys = keys;
        this.places = places;
    }

    int size() {
        return size;
    }

    int first() {
        return heap[0];
    }

    long current(int target) {
        return keys[target] + offset;
    }

    void gainAll(long weight) {
        offset += weight;
    }

    void pay(int target, long amount) {
        keys[target] -= amount;
        down(places[target], target);
    }

    void add(int target, long current) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        keys[target] = current - offset;
        up(size++, target);
    }

    void remove(int target) {
        int hole = places[target];
        places[target] = NOWHERE;
        int last = heap[--size];
        if (last != target) {
            if (hole > 0 && isBefore(last, heap[(hole - 1) >>> 1])) {
                up(hole, last);
            } else {
                down(hole, last);
            }
        }
    }

    private boolean isBefore(int a, int b) {
        return keys[a] > keys[b] || (keys[a] == keys[b] && a < b);
    }

    private void up(int from, int target) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBefore(target, heap[parent])) {
                break;
            }
            put(place, heap[parent]);
            place = parent;
        }
        put(place, target);
    }

    private void down(int from, int target) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], target)) {
                break;
            }
            put(place, heap[child]);
            place = child;
        }
        put(place, target);
    }

    private void put(int place, int target) {
        heap[place] = target;
        places[target] = place;
    }
}
