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
    /** By node: the lists' own nodes first, then the slots. */
    private int[] newer;

    private int[] older;
    private int[] lists;

    public SlotLists(int count) {
        this.count = count;
        sizes = new int[count];
        units = new long[count];
        newer = new int[count];
        older = new int[count];
        lists = new int[count];
        for (int list = 0; list < count; list++) {
            newer[list] = list;
            older[list] = list;
        }
    }

    public void slots(int slots) {
        int before = lists.length;
        if (before >= count + slots) {
            return;
        }
        newer = Arrays.copyOf(newer, count + slots);
        older = Arrays.copyOf(older, count + slots);
        lists = Arrays.copyOf(lists, count + slots);
        Arrays.fill(lists, before, lists.length, UNLISTED);
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
        return lists[count + slot];
    }

    public int oldest(int list) {
        return slot(newer[list]);
    }

    public int newest(int list) {
        return slot(older[list]);
    }

    /** The slot after this one towards the newest end, or {@link #NONE}. */
    public int newer(int slot) {
        return slot(newer[count + slot]);
    }

    public int older(int slot) {
        return slot(older[count + slot]);
    }

    private int slot(int node) {
        return node < count ? NONE : node - count;
    }

    public void append(int list, int slot, long itsUnits) {
        lists[count + slot] = list;
        sizes[list]++;
        units[list] += itsUnits;
        link(list, count + slot);
    }

    /** At the oldest end. */
    public void prepend(int list, int slot, long itsUnits) {
        int node = count + slot;
        lists[node] = list;
        sizes[list]++;
        units[list] += itsUnits;
        int first = newer[list];
        newer[node] = first;
        older[node] = list;
        older[first] = node;
        newer[list] = node;
    }

    private void link(int list, int node) {
        int last = older[list];
        older[node] = last;
        newer[node] = list;
        newer[last] = node;
        older[list] = node;
    }

    private void unlink(int node) {
        newer[older[node]] = newer[node];
        older[newer[node]] = older[node];
    }

    public void remove(int slot, long itsUnits) {
        int node = count + slot;
        int list = lists[node];
        lists[node] = UNLISTED;
        sizes[list]--;
        units[list] -= itsUnits;
        unlink(node);
    }

    /** To the newest end of its own list. */
    public void renew(int slot) {
        int node = count + slot;
        unlink(node);
        link(lists[node], node);
    }

    /** To the newest end of a list. */
    public void move(int list, int slot, long itsUnits) {
        remove(slot, itsUnits);
        append(list, slot, itsUnits);
    }

    public void resized(int slot, long moreUnits) {
        units[lists[count + slot]] += moreUnits;
    }
}
