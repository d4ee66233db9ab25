package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.CandidatePool;
import roundhouse.caching.eviction.lists.SlotSet;

/**
 * Redis's way to find a victim without a list: five entries are drawn, the pool of the best 16 seen lately keeps them, the best of the pool
 * leaves. Redis 7.0, src/evict.c, maxmemory-samples 5. O(1). Its draw takes neighbours in the hash table; here each is drawn by itself.
 */
abstract class SampledEviction extends Eviction {
    private static final int SAMPLES = 5;

    private final SlotSet slots = new SlotSet();
    private final CandidatePool pool = new CandidatePool();
    private final RandomGenerator random;

    SampledEviction(Residents residents, RandomGenerator random) {
        super(residents);
        this.random = random;
    }

    /** The entry with the highest leaves first. */
    abstract long score(int slot);

    /** A newcomer is there. */
    void begin(int slot) {}

    @Override
    public void hit(int slot) {}

    @Override
    public final void inserted(int slot) {
        shrink();
        slots.add(slot);
        begin(slot);
    }

    @Override
    public final void removed(int slot) {
        slots.remove(slot);
    }

    @Override
    public final void resized(int slot, long moreUnits) {}

    @Override
    public final void shrink() {
        while (over()) {
            int victim = victim();
            slots.remove(victim);
            residents.evict(victim);
        }
    }

    private int victim() {
        while (true) {
            for (int i = 0; i < SAMPLES; i++) {
                int slot = slots.at(random.nextInt(slots.size()));
                pool.offer(slot, residents.key(slot), score(slot));
            }
            while (!pool.isEmpty()) {
                pool.take();
                int slot = pool.slot();
                if (slots.contains(slot) && residents.key(slot) == pool.key()) {
                    return slot;
                }
            }
        }
    }

    @Override
    public void slots(int count) {
        slots.slots(count);
    }

    /** What it saw in the entry that goes, of those that it drew. */
    abstract String saw(int slot);

    @Override
    public final EvictionReason why(int slot) {
        return EvictionReason.of(saw(slot) + " of those drawn");
    }

    final RandomGenerator random() {
        return random;
    }

    @Override
    public void describe(ListVisitor out) {
        out.list("entries, in no order");
        for (int place = 0; place < slots.size(); place++) {
            out.key(residents.key(slots.at(place)));
        }
    }
}
