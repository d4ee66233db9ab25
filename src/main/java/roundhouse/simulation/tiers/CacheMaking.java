package roundhouse.simulation.tiers;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheBound;
import roundhouse.caching.CacheListener;
import roundhouse.caching.eviction.EvictionPolicies;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;

/** Makes caches as settings have them. */
final class CacheMaking {
    private CacheMaking() {}

    static Cache create(CacheSettings settings, RandomGenerator random, CacheListener listener) {
        return new Cache(
                EvictionPolicies.named(settings.policy(), settings.samples()).orElse(EvictionPolicies.LRU),
                bound(settings),
                random,
                listener);
    }

    static CacheBound bound(CacheSettings settings) {
        CacheCapacity capacity = settings.capacity();
        return capacity.inBytes() ? CacheBound.bytes(capacity.amount()) : CacheBound.entries(capacity.amount());
    }

    /** The slots of what a cache holds, from what was not used for the longest time. */
    static int[] byUse(Cache cache) {
        return IntStream.range(0, cache.slots())
                .filter(cache::kept)
                .boxed()
                .sorted(Comparator.comparingLong(cache::usedNanos))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Whether one cache of these settings is kept by the same rules as one of the others. */
    static boolean sameKind(CacheSettings one, CacheSettings other) {
        return one.policy().equals(other.policy())
                && one.samples() == other.samples()
                && one.capacity().inBytes() == other.capacity().inBytes();
    }
}
