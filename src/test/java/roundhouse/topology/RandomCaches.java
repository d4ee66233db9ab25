package roundhouse.topology;

import java.time.Duration;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.topology.nodes.data.TtlStart;

/** Valid caches with everything that they can say of themselves. */
final class RandomCaches {
    private final RandomValues values;

    RandomCaches(RandomValues values) {
        this.values = values;
    }

    CacheSettings cache() {
        Duration ttl = values.optional();
        return new CacheSettings(
                values.pick(
                        CacheCapacity.ofEntries(0),
                        CacheCapacity.ofEntries(values.random.nextInt(2_000)),
                        CacheCapacity.ofBytes(64 << 20),
                        CacheCapacity.ofBytes(values.random.nextInt(1_000_000))),
                values.pick("lru", "fifo", "clock", "w-tinylfu"),
                ttl,
                values.maybe(values.random::nextDouble, 0.0),
                values.pick(TtlStart.values()),
                values.pick(Freshness.values()),
                values.optional(),
                values.optional(),
                values.pick(Coalescing.Scope.values()),
                values.pick(0.0, 1.0, 2.5),
                values.optional(),
                values.pick(1, 2),
                values.distribution());
    }
}
