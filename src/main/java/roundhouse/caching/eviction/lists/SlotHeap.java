package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/** Slots ordered by two numbers, the least first: a binary heap over flat arrays in which a slot can be found, changed and removed. */
public final class SlotHeap {
    private int[] heap = new int[0];
    private int[] places = new int[0];
    private long[] primary = new long[0];
    private long[] secondary = new long[0];
    private int size;

    public void slots(int slots) {
        heap = Arrays.copyOf(heap, slots);
        places = Arrays.copyOf(places, slots);
        primary = Arrays.copyOf(primary, slots);
        secondary = Arrays.copyOf(secondary, slots);
    }

    public int size() {
        return size;
    }

    /** The slot at a place of the heap; the least is at 0. */
    public int at(int place) {
        return heap[place];
    }

    public int least() {
        return heap[0];
    }

    public void add(int slot, long first, long second) {
        set(size, slot);
        size++;
        change(slot, first, second);
    }

    public void change(int slot, long first, long second) {
        primary[slot] = first;
        secondary[slot] = second;
        settle(slot);
    }

    public void remove(int slot) {
        int place = places[slot];
        size--;
        if (place < size) {
            int moved = heap[size];
            set(place, moved);
            settle(moved);
        }
    }

    private void settle(int slot) {
        int place = places[slot];
        while (place > 0 && less(slot, heap[(place - 1) / 2])) {
            set(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        int child = lesserChild(place);
        while (child < size && less(heap[child], slot)) {
            set(place, heap[child]);
            place = child;
            child = lesserChild(place);
        }
        set(place, slot);
    }

    private int lesserChild(int place) {
        int left = 2 * place + 1;
        return left + 1 < size && less(heap[left + 1], heap[left]) ? left + 1 : left;
    }

    private void set(int place, int slot) {
        heap[place] = slot;
        places[slot] = place;
    }

    private boolean less(int one, int other) {
        return primary[one] != primary[other] ? primary[one] < primary[other] : secondary[one] < secondary[other];
    }
}
