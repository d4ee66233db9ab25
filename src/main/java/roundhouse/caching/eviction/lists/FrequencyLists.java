package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/**
 * Slots by how often they were used: a list for each count that occurs, the lists in order of the count, so that one use more is O(1).
 * Within a count the slot that reached it first is first. Shah, Mitra, Matani: An O(1) algorithm for implementing the LFU cache eviction
 * scheme, 2010.
 */
public final class FrequencyLists {
    /** No slot. */
    public static final int NONE = -1;

    /** The node that the circle of counts goes through. */
    private static final int ENDS = 0;

    /** By count's node; node 0 is the ends of the circle. */
    private long[] counts = new long[1];

    private int[] more = new int[1];
    private int[] fewer = new int[1];
    private int[] first = {NONE};
    private int[] last = {NONE};
    private int[] free = new int[1];
    private int freeCount;
    private int taken = 1;

    /** By slot. */
    private int[] node = new int[0];

    private int[] next = new int[0];
    private int[] before = new int[0];

    public void slots(int slots) {
        node = Arrays.copyOf(node, slots);
        next = Arrays.copyOf(next, slots);
        before = Arrays.copyOf(before, slots);
        int nodes = slots + 2;
        counts = Arrays.copyOf(counts, nodes);
        more = Arrays.copyOf(more, nodes);
        fewer = Arrays.copyOf(fewer, nodes);
        first = Arrays.copyOf(first, nodes);
        last = Arrays.copyOf(last, nodes);
        free = Arrays.copyOf(free, nodes);
    }

    /** A slot that was used once. */
    public void add(int slot) {
        append(after(ENDS, 1), slot);
    }

    /** One use more. */
    public void raise(int slot) {
        int from = node[slot];
        int to = after(from, counts[from] + 1);
        remove(slot);
        append(to, slot);
    }

    /** The node of a count that comes right after another node, made if it is not there. */
    private int after(int lower, long count) {
        int higher = more[lower];
        if (higher != ENDS && counts[higher] == count) {
            return higher;
        }
        int made = freeCount > 0 ? free[--freeCount] : taken++;
        counts[made] = count;
        first[made] = NONE;
        last[made] = NONE;
        more[made] = higher;
        fewer[made] = lower;
        more[lower] = made;
        fewer[higher] = made;
        return made;
    }

    private void append(int count, int slot) {
        node[slot] = count;
        next[slot] = NONE;
        before[slot] = last[count];
        if (last[count] == NONE) {
            first[count] = slot;
        } else {
            next[last[count]] = slot;
        }
        last[count] = slot;
    }

    public void remove(int slot) {
        int count = node[slot];
        if (before[slot] == NONE) {
            first[count] = next[slot];
        } else {
            next[before[slot]] = next[slot];
        }
        if (next[slot] == NONE) {
            last[count] = before[slot];
        } else {
            before[next[slot]] = before[slot];
        }
        if (first[count] == NONE) {
            more[fewer[count]] = more[count];
            fewer[more[count]] = fewer[count];
            free[freeCount++] = count;
        }
    }

    /** How often a slot was used, also of one that was removed just now. */
    public long count(int slot) {
        return counts[node[slot]];
    }

    /** The slot with the fewest uses, of several the one that reached them first. */
    public int least() {
        return first[more[ENDS]];
    }

    /** The slot that would go after this one, or {@link #NONE}. */
    public int following(int slot) {
        return next[slot] == NONE ? first[more[node[slot]]] : next[slot];
    }
}
