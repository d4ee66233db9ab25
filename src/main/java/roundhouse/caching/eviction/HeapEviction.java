package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotHeap;

/** A policy that keeps its entries in a heap: the least of them leaves. O(log n). */
abstract class HeapEviction extends Eviction {
    protected final SlotHeap heap = new SlotHeap();
    private final String order;

    /** @param order what the heap is ordered by, and which entry leaves first */
    HeapEviction(Residents residents, String order) {
        super(residents);
        this.order = order;
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
            int least = heap.least();
            heap.remove(least);
            residents.evict(least);
        }
    }

    @Override
    public void slots(int count) {
        heap.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("heap by " + order);
        for (int place = 0; place < heap.size(); place++) {
            out.key(residents.key(heap.at(place)));
        }
    }
}
