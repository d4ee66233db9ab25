package roundhouse.simulation.components;

import java.util.Arrays;

/** A few slots of pooled things in the order in which they came. */
public final class SlotList {
    private int[] slots = new int[2];
    private int count;

    public int count() {
        return count;
    }

    /** One of them, the earliest being 0. */
    public int get(int i) {
        return slots[i];
    }

    public void add(int slot) {
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, count * 2);
        }
        slots[count++] = slot;
    }

    /** Nothing happens if it is not there. */
    public void remove(int slot) {
        for (int i = 0; i < count; i++) {
            if (slots[i] == slot) {
                System.arraycopy(slots, i + 1, slots, i, --count - i);
                return;
            }
        }
    }

    /** Without as many of the earliest. */
    public void removeFirst(int many) {
        count -= many;
        System.arraycopy(slots, many, slots, 0, count);
    }

    public void clear() {
        count = 0;
    }
}
