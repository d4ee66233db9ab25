package roundhouse.routing;

import java.util.Arrays;

/**
 * Indexes, 0 or more, in the order of a number that each has, the smallest first, and those of one number in the order in which they were
 * put in, as HAProxy's trees and Envoy's schedule keep targets. A binary heap that knows where each index is: putting in and taking out
 * cost the logarithm of how many there are, and allocate nothing once one as high was in.
 */
public final class OrderedIndexes {
    /** No index. */
    public static final int NONE = -1;

    private static final int ABSENT = -1;

    private int[] heap = new int[8];
    private int size;
    /** For each index its place in the heap, or {@link #ABSENT}. */
    private int[] places = {};

    private long[] keys = {};
    private long[] turns = {};
    private long nextTurn;

    public OrderedIndexes copy() {
        OrderedIndexes copy = new OrderedIndexes();
        copy.heap = heap.clone();
        copy.size = size;
        copy.places = places.clone();
        copy.keys = keys.clone();
        copy.turns = turns.clone();
        copy.nextTurn = nextTurn;
        return copy;
    }

    /** The index to come out first, or {@link #NONE}. */
    public int first() {
        return size == 0 ? NONE : heap[0];
    }

    public boolean contains(int index) {
        return index < places.length && places[index] != ABSENT;
    }

    /** The number of an index that is in. */
    public long key(int index) {
        return keys[index];
    }

    /** Puts an index in that is not in yet, behind those of the same number. */
    public void put(int index, long key) {
        if (index >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, Math.max(index + 1, 2 * known));
            Arrays.fill(places, known, places.length, ABSENT);
            keys = Arrays.copyOf(keys, places.length);
            turns = Arrays.copyOf(turns, places.length);
            heap = Arrays.copyOf(heap, Math.max(heap.length, places.length));
        }
        keys[index] = key;
        turns[index] = nextTurn++;
        rise(index, size++);
    }

    /** Takes an index out; nothing happens where it is not in. */
    public void remove(int index) {
        if (contains(index)) {
            int place = places[index];
            places[index] = ABSENT;
            int last = heap[--size];
            if (last != index) {
                rise(last, place);
                sink(last, places[last]);
            }
        }
    }

    private boolean isBefore(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && turns[a] < turns[b]);
    }

    private void rise(int index, int from) {
        int place = from;
        while (place > 0 && isBefore(index, heap[(place - 1) / 2])) {
            set(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        set(place, index);
    }

    private void sink(int index, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], index)) {
                break;
            }
            set(place, heap[child]);
            place = child;
        }
        set(place, index);
    }

    private void set(int place, int index) {
        heap[place] = index;
        places[index] = place;
    }
}
