package roundhouse.caching.eviction.lists;

import java.util.Arrays;

/**
 * What LIRS knows of keys, resident or only remembered: the stack by recency (LIR, HIR and remembered keys), the queue of resident
 * HIR entries, and the remembered keys in the order in which they left.
 */
public final class LirsNodes {
    /** No node. */
    public static final int NONE = SlotLists.NONE;

    private static final int QUEUE = 0;
    private static final int REMEMBERED = 1;

    /** A node is LIR when it is in no list but the stack. */
    private final SlotLists others = new SlotLists(2);

    /** Nobody asks how much it has, so its nodes are listed as having none. */
    private final SlotLists stack = new SlotLists(1);

    private final KeyIndex remembered = new KeyIndex();
    private long[] keys = new long[0];
    private long[] units = new long[0];
    private boolean[] lir = new boolean[0];
    private int[] slots = new int[0];
    private int[] free = new int[0];
    private int freeCount;
    private int taken;
    private int[] bySlot = new int[0];
    private long lirUnits;
    private int lirCount;

    public void slots(int count) {
        bySlot = Arrays.copyOf(bySlot, count);
    }

    public int of(int slot) {
        return bySlot[slot];
    }

    public int slot(int node) {
        return slots[node];
    }

    public boolean isLir(int node) {
        return lir[node];
    }

    public boolean hasLir() {
        return lirCount > 0;
    }

    public long lirUnits() {
        return lirUnits;
    }

    public long rememberedUnits() {
        return others.units(REMEMBERED);
    }

    public boolean inStack(int node) {
        return stack.list(node) >= 0;
    }

    public int top() {
        return stack.newest(0);
    }

    public int bottom() {
        return stack.oldest(0);
    }

    /** The node of a newcomer: the one its key is remembered by, or a new one in no list. */
    public int enter(int slot, long key, long itsUnits) {
        int node = remembered.get(key);
        if (node >= 0) {
            remembered.remove(key);
            others.remove(node, units[node]);
        } else {
            node = take();
        }
        keys[node] = key;
        units[node] = itsUnits;
        slots[node] = slot;
        bySlot[slot] = node;
        return node;
    }

    private int take() {
        int node = freeCount > 0 ? free[--freeCount] : taken++;
        if (node == keys.length) {
            int count = Math.max(16, node * 2);
            keys = Arrays.copyOf(keys, count);
            units = Arrays.copyOf(units, count);
            lir = Arrays.copyOf(lir, count);
            slots = Arrays.copyOf(slots, count);
            free = Arrays.copyOf(free, count);
            others.slots(count);
            stack.slots(count);
        }
        return node;
    }

    public void toTop(int node) {
        if (inStack(node)) {
            stack.renew(node);
        } else {
            stack.append(0, node, 0);
        }
    }

    public void makeLir(int node) {
        if (others.list(node) >= 0) {
            others.remove(node, units[node]);
        }
        lir[node] = true;
        lirUnits += units[node];
        lirCount++;
    }

    private void noLonger(int node) {
        lir[node] = false;
        lirUnits -= units[node];
        lirCount--;
    }

    /** To the end of the queue. */
    public void queue(int node) {
        if (others.list(node) >= 0) {
            others.renew(node);
        } else {
            others.append(QUEUE, node, units[node]);
        }
    }

    /** The LIR entry at the bottom of the stack becomes the last of the queue. */
    public void demoteBottom() {
        int node = bottom();
        noLonger(node);
        stack.remove(node, 0);
        queue(node);
    }

    /** Takes everything off the bottom of the stack that is not LIR. */
    public void prune() {
        while (!stack.isEmpty(0) && !lir[bottom()]) {
            int node = bottom();
            stack.remove(node, 0);
            if (others.list(node) == REMEMBERED) {
                forget(node);
            }
        }
    }

    public boolean hasQueuedBut(int newcomer) {
        return front(newcomer) != NONE;
    }

    /** Who leaves next. */
    public int front(int newcomer) {
        int node = others.oldest(QUEUE);
        return node == newcomer && node != NONE ? others.newer(node) : node;
    }

    /** A queued entry leaves; its key is remembered as long as it is in the stack. */
    public void leave(int node) {
        others.remove(node, units[node]);
        if (inStack(node)) {
            others.append(REMEMBERED, node, units[node]);
            remembered.put(keys[node], node);
        } else {
            release(node);
        }
    }

    public void forgetOldest() {
        int node = others.oldest(REMEMBERED);
        stack.remove(node, 0);
        forget(node);
    }

    private void forget(int node) {
        others.remove(node, units[node]);
        remembered.remove(keys[node]);
        release(node);
    }

    /** A resident entry goes and is not remembered. */
    public void remove(int node) {
        if (lir[node]) {
            noLonger(node);
        } else {
            others.remove(node, units[node]);
        }
        if (inStack(node)) {
            stack.remove(node, 0);
        }
        release(node);
    }

    private void release(int node) {
        free[freeCount++] = node;
    }

    public void resized(int node, long moreUnits) {
        units[node] += moreUnits;
        if (lir[node]) {
            lirUnits += moreUnits;
        } else {
            others.resized(node, moreUnits);
        }
    }

    public void describe(ListVisitor out) {
        out.list("LIR");
        for (int node = stack.newest(0); node != NONE; node = stack.older(node)) {
            if (lir[node]) {
                out.key(keys[node]);
            }
        }
        describe("HIR", QUEUE, out);
        describe("remembered", REMEMBERED, out);
    }

    private void describe(String name, int list, ListVisitor out) {
        out.list(name);
        for (int node = others.newest(list); node != NONE; node = others.older(node)) {
            out.key(keys[node]);
        }
    }
}
