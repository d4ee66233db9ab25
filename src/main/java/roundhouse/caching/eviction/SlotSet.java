package roundhouse.caching.eviction;

import java.util.Arrays;

/** A set of slots from which one can be drawn: side by side in one array, the last taking the place of one that leaves. */
final class SlotSet {
    private int[] slots = new int[0];
    private int[] places = new int[0];
    private int size;

    void slots(int count) {
        slots = Arrays.copyOf(slots, count);
        places = Arrays.copyOf(places, count);
    }

    int size() {
        return size;
    }

    int at(int place) {
        return slots[place];
    }

    boolean contains(int slot) {
        return places[slot] < size && slots[places[slot]] == slot;
    }

    void add(int slot) {
        slots[size] = slot;
        places[slot] = size++;
    }

    void remove(int slot) {
        int last = slots[--size];
        slots[places[slot]] = last;
        places[last] = places[slot];
    }
}
