package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;

/**
 * Redis's {@code volatile-ttl}: of a sample the one that expires first leaves, however much it is used. Entries that never expire leave
 * last; Redis itself would refuse the write instead. Redis 7.0, src/evict.c.
 */
final class VolatileTtl extends SampledEviction {
    VolatileTtl(Residents residents, RandomGenerator random, int samples) {
        super(residents, random, samples);
    }

    @Override
    long score(int slot) {
        return -residents.expiresNanos(slot);
    }

    @Override
    String saw(int slot) {
        return residents.expiresNanos(slot) == Long.MAX_VALUE ? "never expires, as all" : "expires first";
    }
}
