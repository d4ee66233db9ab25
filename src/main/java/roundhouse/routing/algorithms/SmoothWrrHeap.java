package roundhouse.routing.algorithms;

import java.util.Arrays;

/**
 * Targets ordered by key, the greatest first, then by index. An indexed binary heap: the first in constant time, joining and leaving
 * in O(log n). The arrays of keys and places are shared with others, as a target is in one heap at a time.
 */
final class SmoothWrrHeap {
    private final long[] keys;
    private final int[] places;
    private int[] heap = new int[4];
    private int size;

    SmoothWrrHeap(long[] keys, int[] places) {
        this.keys = keys;
        this.places = places;
    }

    int size() {
        return size;
    }

    int first() {
        return heap[0];
    }

    boolean isBefore(int a, int b) {
        return keys[a] > keys[b] || (keys[a] == keys[b] && a < b);
    }

    void add(int target) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        up(size++, target);
    }

    void remove(int target) {
        int hole = places[target];
        int last = heap[--size];
        if (last != target) {
            if (hole > 0 && isBefore(last, heap[(hole - 1) >>> 1])) {
                up(hole, last);
            } else {
                down(hole, last);
            }
        }
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
