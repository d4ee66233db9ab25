package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.KeyCounts;

/**
 * Perfect LFU: counts of all keys are kept for ever, also of those that left, and the entry used least often of all time leaves; of several
 * the one whose count changed longest ago. The newcomer always comes in. O(log n) and memory for every key ever seen: the limit of what
 * counting can do when popularity never changes. Breslau, Cao, Fan, Phillips, Shenker: Web caching and Zipf-like distributions, INFOCOM
 * 1999.
 */
final class LfuPerfect extends HeapEviction {
    private final KeyCounts counts = new KeyCounts();
    private long changes;

    LfuPerfect(Residents residents) {
        super(residents, "count, fewest first");
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
    public EvictionReason why(int slot) {
        return EvictionReason.of("used " + times(counts.count(residents.key(slot))) + " in all, which is the fewest");
    }
}
