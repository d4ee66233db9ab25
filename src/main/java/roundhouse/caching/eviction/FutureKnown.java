package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.KeyIndex;
import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotHeap;

/**
 * The optimum of a trace that is known: the entry whose next use is farthest away leaves. What no policy without that knowledge can beat.
 * O(log n). Belady: A study of replacement algorithms for a virtual-storage computer, IBM Systems Journal 5 (1966).
 *
 * <p>With the newcomer among the candidates ({@code opt}) it may be passed by; without ({@code belady}) it must be kept, as on a machine
 * whose pages must be in memory to be used. Every access of the trace must be given to the cache in order.
 */
final class FutureKnown extends Eviction {
    private final SlotHeap heap = new SlotHeap();
    private final int[] nextUse;
    private final boolean mayPassBy;
    private int position;

    FutureKnown(Residents residents, int[] nextUse, boolean mayPassBy) {
        super(residents);
        this.nextUse = nextUse;
        this.mayPassBy = mayPassBy;
    }

    /** For each position of the trace where its key is used next, {@code Integer.MAX_VALUE} if never. */
    static int[] nextUses(long[] trace) {
        int[] next = new int[trace.length];
        KeyIndex later = new KeyIndex();
        for (int i = trace.length - 1; i >= 0; i--) {
            int at = later.get(trace[i]);
            next[i] = at == KeyIndex.NONE ? Integer.MAX_VALUE : at;
            later.put(trace[i], i);
        }
        return next;
    }

    @Override
    public void hit(int slot) {
        heap.change(slot, -nextUse[position++], 0);
    }

    @Override
    public void inserted(int slot) {
        long order = -nextUse[position++];
        if (mayPassBy) {
            heap.add(slot, order, 0);
            shrink();
        } else {
            shrink();
            heap.add(slot, order, 0);
        }
    }

    @Override
    public void removed(int slot) {
        heap.remove(slot);
    }

    @Override
    public void resized(int slot, long moreUnits) {}

    @Override
    public void shrink() {
        while (over()) {
            int farthest = heap.least();
            heap.remove(farthest);
            residents.evict(farthest);
        }
    }

    @Override
    public void slots(int count) {
        heap.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("heap by next use, farthest first");
        for (int place = 0; place < heap.size(); place++) {
            out.key(residents.key(heap.at(place)));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("used next farthest ahead, or never again");
    }
}
