package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/** A set of slots from which one can be drawn: side by side in one array, the last taking the place of one that leaves. */
public final class SlotSet {
    private int[] slots = new int[0];
    private int[] places = new int[0];
    private int size;

    public void slots(int count) {
        slots = Arrays.copyOf(slots, count);
        places = Arrays.copyOf(places, count);
    }

    public int size() {
        return size;
    }

    public int at(int place) {
        return slots[place];
    }

    public boolean contains(int slot) {
        return places[slot] < size && slots[places[slot]] == slot;
    }

    public void add(int slot) {
        slots[size] = slot;
        places[slot] = size++;
    }

    public void remove(int slot) {
        int last = slots[--size];
        slots[places[slot]] = last;
        places[last] = places[slot];
    }
}
