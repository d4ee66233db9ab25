package roundhouse.routing.sticky;

import java.util.Arrays;

/**
 * A stick table's entries in the order in which one is looked for that can be forgotten: by the millisecond under which each was queued,
 * those of one millisecond in the order in which they were. An entry that is used stays where it is until somebody comes across it.
 *
 * <p>A binary heap of slots in flat arrays: adding and taking away cost O(log entries), mostly less for one that is newer than all, and
 * nothing is allocated once they have grown.
 */
final class PurgeOrder {
    private int[] heap = {};
    /** By slot: where it is in the heap. */
    private int[] places = {};
    /** By slot. */
    private long[] millis = {};
    /** By slot: the how manieth to be queued it was. */
    private long[] turns = {};

    private long queued;
    private int size;

    /** Adds that slot, which is not in it, under that millisecond. */
    void add(int slot, long underMillis) {
        if (slot >= heap.length) {
            int length = Math.max(slot + 1, 2 * heap.length);
            heap = Arrays.copyOf(heap, length);
            places = Arrays.copyOf(places, length);
            millis = Arrays.copyOf(millis, length);
            turns = Arrays.copyOf(turns, length);
        }
        millis[slot] = underMillis;
        turns[slot] = queued++;
        up(size++, slot);
    }

    /** The first slot, or {@link KeysByUse#NIL} when there is none. */
    int first() {
        return size == 0 ? KeysByUse.NIL : heap[0];
    }

    /** Under which millisecond that slot is queued. */
    long millis(int slot) {
        return millis[slot];
    }

    /** Takes that slot out. */
    void remove(int slot) {
        int place = places[slot];
        int last = heap[--size];
        if (last != slot) {
            down(place, last);
            up(places[last], last);
        }
    }

    /** Queues a slot that is in it anew, behind those of that millisecond. */
    void again(int slot, long underMillis) {
        remove(slot);
        add(slot, underMillis);
    }

    private boolean isBefore(int a, int b) {
        return millis[a] != millis[b] ? millis[a] < millis[b] : turns[a] < turns[b];
    }

    private void up(int from, int slot) {
        int place = from;
        while (place > 0 && isBefore(slot, heap[(place - 1) / 2])) {
            put(place, heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, slot);
    }

    private void down(int from, int slot) {
        int place = from;
        int child = 2 * place + 1;
        while (child < size) {
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], slot)) {
                break;
            }
            put(place, heap[child]);
            place = child;
            child = 2 * place + 1;
        }
        put(place, slot);
    }

    private void put(int place, int slot) {
        heap[place] = slot;
        places[slot] = place;
    }
}
