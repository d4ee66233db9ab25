package roundhouse.storage.tables;

import java.util.Arrays;

/**
 * Gives each sequence of whole numbers its number: the first is 0, the next new one 1. Sequences are kept one after the other in one
 * array, and found by open addressing. Constant time for a sequence of bounded length, and no object for any.
 */
public final class TupleTable {
    private static final int EMPTY = -1;

    private int[] contents = new int[256];
    private int[] starts = new int[64];
    private int[] slots = emptySlots(128);
    private int count;

    private static int[] emptySlots(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, EMPTY);
        return slots;
    }

    /** How many different sequences there are. */
    public int count() {
        return count;
    }

    /** The number of the sequence {@code from[0..length)}; a new one if it was not there. */
    public int id(int[] from, int length) {
        int slot = slotOf(from, length);
        int found = slots[slot];
        if (found != EMPTY) {
            return found;
        }
        int start = starts[count];
        if (start + length > contents.length) {
            contents = Arrays.copyOf(contents, Math.max(contents.length * 2, start + length));
        }
        System.arraycopy(from, 0, contents, start, length);
        slots[slot] = count++;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count] = start + length;
        if (count * 2 > slots.length) {
            rehash();
        }
        return count - 1;
    }

    /** The length of a sequence. */
    public int length(int id) {
        return starts[id + 1] - starts[id];
    }

    /** One number of a sequence. */
    public int at(int id, int index) {
        return contents[starts[id] + index];
    }

    /** Copies a sequence and returns its length. */
    public int copy(int id, int[] into) {
        int length = length(id);
        System.arraycopy(contents, starts[id], into, 0, length);
        return length;
    }

    private int slotOf(int[] from, int length) {
        int slot = hash(from, 0, length) & (slots.length - 1);
        while (slots[slot] != EMPTY && !isSame(slots[slot], from, length)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isSame(int id, int[] from, int length) {
        return Arrays.equals(contents, starts[id], starts[id + 1], from, 0, length);
    }

    private static int hash(int[] from, int start, int end) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ from[i]) * 0xFF51AFD7ED558CCDL;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void rehash() {
        slots = emptySlots(slots.length * 2);
        for (int id = 0; id < count; id++) {
            int slot = hash(contents, starts[id], starts[id + 1]) & (slots.length - 1);
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = id;
        }
    }
}
