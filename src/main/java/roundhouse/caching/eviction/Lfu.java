package roundhouse.caching.eviction;

import roundhouse.caching.eviction.lists.FrequencyLists;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * Least frequently used: the entry that was used least often since it came in leaves; of several the one that reached that count first.
 * Counts are forgotten when an entry leaves. O(1) by a list for each count. What was hot for long stays after it went cold.
 */
final class Lfu extends Eviction {
    private final FrequencyLists counts = new FrequencyLists();

    Lfu(Residents residents) {
        super(residents);
    }

    @Override
    public void hit(int slot) {
        counts.raise(slot);
    }

    @Override
    public void inserted(int slot) {
        shrink();
        counts.add(slot);
    }

    @Override
    public void removed(int slot) {
        counts.remove(slot);
    }

    @Override
    public void resized(int slot, long moreUnits) {}

    @Override
    public void shrink() {
        while (over()) {
            int victim = counts.least();
            counts.remove(victim);
            residents.evict(victim);
        }
    }

    @Override
    public void slots(int count) {
        counts.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("by count, fewest first");
        for (int slot = counts.least(); slot != FrequencyLists.NONE; slot = counts.following(slot)) {
            out.key(residents.key(slot));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("used " + times(counts.count(slot)) + " since it came, which is the fewest");
    }
}
