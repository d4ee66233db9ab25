package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;
import roundhouse.caching.eviction.lists.CandidatePool;
import roundhouse.caching.eviction.lists.ChainedSlots;
import roundhouse.caching.eviction.lists.ListVisitor;

/**
 * Redis's way to find a victim without a list: a few entries are drawn, the pool of the best 16 seen lately keeps them, the best of the
 * pool leaves. Redis 7.0, src/evict.c. O(samples).
 */
abstract class SampledEviction extends Eviction {
    private final ChainedSlots slots = new ChainedSlots();
    private final CandidatePool pool = new CandidatePool();
    private final RandomGenerator random;
    private final long seed;
    private final int samples;

    /** @param samples how many are drawn for each victim, 1 or more: Redis's maxmemory-samples */
    SampledEviction(Residents residents, RandomGenerator random, int samples) {
        super(residents);
        this.random = random;
        this.samples = samples;
        seed = random.nextLong();
    }

    /** Spreads keys over buckets, by the finalizer of MurmurHash3; each cache has its own spread, as each server has a seed. */
    private long hash(long key) {
        long h = key ^ seed;
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
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
        slots.add(slot, hash(residents.key(slot)));
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
            int count = slots.sample(samples, random);
            for (int i = 0; i < count; i++) {
                int slot = slots.sampled(i);
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
        for (int slot = slots.nextAfter(-1); slot >= 0; slot = slots.nextAfter(slot)) {
            out.key(residents.key(slot));
        }
    }
}
