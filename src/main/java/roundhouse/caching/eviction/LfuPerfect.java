package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.KeyCounts;
import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotHeap;

/**
 * Perfect LFU: counts of all keys are kept for ever, also of those that left, and the entry used least often of all time leaves; of several
 * the one whose count changed longest ago. The newcomer always comes in. O(log n) and memory for every key ever seen: the limit of what
 * counting can do when popularity never changes. Breslau, Cao, Fan, Phillips, Shenker: Web caching and Zipf-like distributions, INFOCOM
 * 1999.
 */
final class LfuPerfect extends Eviction {
    private final KeyCounts counts = new KeyCounts();
    private final SlotHeap heap = new SlotHeap();
    private long changes;

    LfuPerfect(Residents residents) {
        super(residents);
    }

    @Override
    public void hit(int slot) {
        heap.change(slot, counts.raise(residents.key(slot)), changes++);
    }

    @Override
    public void inserted(int slot) {
        shrink();
        heap.add(slot, counts.raise(residents.key(slot)), changes++);
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
            int victim = heap.least();
            heap.remove(victim);
            residents.evict(victim);
        }
    }

    @Override
    public void slots(int count) {
        heap.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("heap by count, fewest first");
        for (int place = 0; place < heap.size(); place++) {
            out.key(residents.key(heap.at(place)));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("used " + times(counts.count(residents.key(slot))) + " in all, which is the fewest");
    }
}
