package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/**
 * A few doubly linked lists over the same slots, each slot in at most one: circles through a node of their own in flat arrays, so that
 * nothing is allocated and nothing branches. Each list has an oldest and a newest end and knows its units.
 */
public final class SlotLists {
    /** No slot. */
    public static final int NONE = -1;

    private static final int UNLISTED = -1;

    private final int count;
    private final int[] sizes;
    private final long[] units;
    /** What a node has, by its place among its ints, which stand together in a line of the processor's cache. */
    private static final int NEWER = 0;

    private static final int OLDER = 1;
    private static final int LIST = 2;
    private static final int INTS_BITS = 2;

    /** The lists' own nodes first, then the slots. */
    private int[] nodes;

    public SlotLists(int count) {
        this.count = count;
        sizes = new int[count];
        units = new long[count];
        nodes = new int[count << INTS_BITS];
        for (int list = 0; list < count; list++) {
            set(list, NEWER, list);
            set(list, OLDER, list);
        }
    }

    private int get(int node, int what) {
        return nodes[(node << INTS_BITS) + what];
    }

    private void set(int node, int what, int value) {
        nodes[(node << INTS_BITS) + what] = value;
    }

    public void slots(int slots) {
        int before = nodes.length;
        if (before >= (count + slots) << INTS_BITS) {
            return;
        }
        nodes = Arrays.copyOf(nodes, (count + slots) << INTS_BITS);
        Arrays.fill(nodes, before, nodes.length, UNLISTED);
    }

    public int size(int list) {
        return sizes[list];
    }

    public long units(int list) {
        return units[list];
    }

    public boolean isEmpty(int list) {
        return sizes[list] == 0;
    }

    /** The list a slot is in, or -1. */
    public int list(int slot) {
        return get(count + slot, LIST);
    }

    public int oldest(int list) {
        return slot(get(list, NEWER));
    }

    public int newest(int list) {
        return slot(get(list, OLDER));
    }

    /** The slot after this one towards the newest end, or {@link #NONE}. */
    public int newer(int slot) {
        return slot(get(count + slot, NEWER));
    }

    public int older(int slot) {
        return slot(get(count + slot, OLDER));
    }

    private int slot(int node) {
        return node < count ? NONE : node - count;
    }

    public void append(int list, int slot, long itsUnits) {
        set(count + slot, LIST, list);
        sizes[list]++;
        units[list] += itsUnits;
        link(list, count + slot);
    }

    /** At the oldest end. */
    public void prepend(int list, int slot, long itsUnits) {
        int node = count + slot;
        set(node, LIST, list);
        sizes[list]++;
        units[list] += itsUnits;
        int first = get(list, NEWER);
        set(node, NEWER, first);
        set(node, OLDER, list);
        set(first, OLDER, node);
        set(list, NEWER, node);
    }

    private void link(int list, int node) {
        int last = get(list, OLDER);
        set(node, OLDER, last);
        set(node, NEWER, list);
        set(last, NEWER, node);
        set(list, OLDER, node);
    }

    private void unlink(int node) {
        int before = get(node, OLDER);
        int after = get(node, NEWER);
        set(before, NEWER, after);
        set(after, OLDER, before);
    }

    public void remove(int slot, long itsUnits) {
        int node = count + slot;
        int list = get(node, LIST);
        set(node, LIST, UNLISTED);
        sizes[list]--;
        units[list] -= itsUnits;
        unlink(node);
    }

    /** To the newest end of its own list. */
    public void renew(int slot) {
        int node = count + slot;
        unlink(node);
        link(get(node, LIST), node);
    }

    /** To the newest end of a list. */
    public void move(int list, int slot, long itsUnits) {
        remove(slot, itsUnits);
        append(list, slot, itsUnits);
    }

    public void resized(int slot, long moreUnits) {
        units[list(slot)] += moreUnits;
    }
}
