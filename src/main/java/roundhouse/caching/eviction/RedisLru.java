package roundhouse.caching.eviction;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Redis's {@code allkeys-lru}: of a sample the one idle for longest leaves, by a clock that counts whole seconds. So at thousands of
 * requests a second, where the cache turns over within a second or two, it is no better than random. Redis 7.0, src/evict.c.
 */
final class RedisLru extends SampledEviction {
    private static final long SECOND = 1_000_000_000;

    private long[] usedSecond = new long[0];

    RedisLru(Residents residents, RandomGenerator random, int samples) {
        super(residents, random, samples);
    }

    private long second() {
        return residents.nowNanos() / SECOND;
    }

    @Override
    long score(int slot) {
        return second() - usedSecond[slot];
    }

    @Override
    void begin(int slot) {
        usedSecond[slot] = second();
    }

    @Override
    public void hit(int slot) {
        usedSecond[slot] = second();
    }

    @Override
    public void slots(int count) {
        super.slots(count);
        usedSecond = Arrays.copyOf(usedSecond, count);
    }

    @Override
    String saw(int slot) {
        return "idle for " + score(slot) + " s by its clock of whole seconds, the longest";
    }
}
