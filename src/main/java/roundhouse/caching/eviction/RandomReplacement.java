package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.ListVisitor;
import roundhouse.caching.eviction.lists.SlotSet;

/**
 * Random replacement: any entry may leave, the newcomer excepted. O(1), nothing to be kept. Under independent requests it hits as often as
 * {@link Fifo}; unlike it, it has some hits in a loop longer than the cache.
 */
final class RandomReplacement extends Eviction {
    private final SlotSet slots = new SlotSet();
    private final RandomGenerator random;

    RandomReplacement(Residents residents, RandomGenerator random) {
        super(residents);
        this.random = random;
    }

    @Override
    public void hit(int slot) {}

    @Override
    public void inserted(int slot) {
        shrink();
        slots.add(slot);
    }

    @Override
    public void removed(int slot) {
        slots.remove(slot);
    }

    @Override
    public void resized(int slot, long moreUnits) {}

    @Override
    public void shrink() {
        while (over()) {
            int victim = slots.at(random.nextInt(slots.size()));
            slots.remove(victim);
            residents.evict(victim);
        }
    }

    @Override
    public void slots(int count) {
        slots.slots(count);
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("entries, in no order");
        for (int place = 0; place < slots.size(); place++) {
            out.key(residents.key(slots.at(place)));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("drawn by lot");
    }
}
