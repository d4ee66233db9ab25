package roundhouse.routing;

import java.util.Arrays;

/**
 * Targets in the order of a number that each has, the smallest first, and those of one number in the order in which they were put in,
 * as HAProxy's trees and Envoy's schedule keep them. A binary heap that knows where each target is: putting in and taking out cost
 * the logarithm of how many there are, and allocate nothing once a target of that index was in.
 */
public final class TargetQueue {
    private static final int ABSENT = -1;

    private int[] heap = new int[8];
    private int size;
    /** For each target its place in the heap, or {@link #ABSENT}. */
    private int[] places = {};

    private long[] keys = {};
    private long[] turns = {};
    private long nextTurn;

    public TargetQueue copy() {
        TargetQueue copy = new TargetQueue();
        copy.heap = heap.clone();
        copy.size = size;
        copy.places = places.clone();
        copy.keys = keys.clone();
        copy.turns = turns.clone();
        copy.nextTurn = nextTurn;
        return copy;
    }

    /** The target to come out first, or {@link Balancer#NONE}. */
    public int first() {
        return size == 0 ? Balancer.NONE : heap[0];
    }

    public boolean contains(int target) {
        return target < places.length && places[target] != ABSENT;
    }

    /** The number of a target that is in. */
    public long key(int target) {
        return keys[target];
    }

    /** Puts a target in that is not in yet, behind those of the same number. */
    public void put(int target, long key) {
        if (target >= places.length) {
            int known = places.length;
            places = Arrays.copyOf(places, Math.max(target + 1, 2 * known));
            Arrays.fill(places, known, places.length, ABSENT);
            keys = Arrays.copyOf(keys, places.length);
            turns = Arrays.copyOf(turns, places.length);
            heap = Arrays.copyOf(heap, Math.max(heap.length, places.length));
        }
        keys[target] = key;
        turns[target] = nextTurn++;
        rise(target, size++);
    }

    /** Takes a target out; nothing happens where it is not in. */
    public void remove(int target) {
        if (contains(target)) {
            int place = places[target];
            places[target] = ABSENT;
            int last = heap[--size];
            if (last != target) {
                rise(last, place);
                sink(last, places[last]);
            }
        }
    }

    private boolean isBefore(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && turns[a] < turns[b]);
    }

    private void rise(int target, int from) {
        int place = from;
        while (place > 0 && isBefore(target, heap[(place - 1) / 2])) {
            set(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        set(place, target);
    }

    private void sink(int target, int from) {
        int place = from;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], target)) {
                break;
            }
            set(place, heap[child]);
            place = child;
        }
        set(place, target);
    }

    private void set(int place, int target) {
        heap[place] = target;
        places[target] = place;
    }
}
