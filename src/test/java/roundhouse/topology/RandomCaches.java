package roundhouse.topology;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.freshness.Freshness;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.data.AsideOrder;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.data.VersionRule;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.types.Types;

/** Valid caches with everything that they can say of themselves. */
final class RandomCaches {
    private final RandomValues values;

    RandomCaches(RandomValues values) {
        this.values = values;
    }

    Database database(String id) {
        return new Database(
                id,
                values.label(),
                values.pick(1, 8),
                values.distribution(),
                values.distribution(),
                values.pick(0, 100, Types.UNLIMITED),
                values.pick(1, 1_000, Types.UNLIMITED),
                values.maybe(() -> (long) values.pick(1, 1_000) << 30, null),
                values.maybe(this::cache, null),
                values.place(),
                values.place(),
                values.price());
    }

    CacheNode node(String id, @Nullable String store) {
        return new CacheNode(
                id,
                values.label(),
                values.pick(1, 4),
                cache(),
                store,
                store == null
                        ? null
                        : values.pick(
                                null,
                                new WriteFlush(values.interval(), values.pick(1, 100), null, true),
                                new WriteFlush(null, 50, values.interval(), false)),
                values.place(),
                values.place(),
                values.price());
    }

    Cdn cdn(String id) {
        return new Cdn(
                id,
                values.label(),
                values.pick(List.of(), List.of("eu"), List.of("eu", "us")),
                values.limits(7),
                cache(),
                values.price());
    }

    DataSettings data(String through, String aside, String store) {
        DataStrategy strategy = values.pick(DataStrategy.values());
        return new DataSettings(
                strategy,
                strategy.isThroughCache() ? List.of(through) : values.pick(List.of(), List.of(aside)),
                values.maybe(() -> PlacementSettings.of(Placements.MODULO), PlacementSettings.DEFAULT),
                strategy.isThroughCache() && values.random.nextBoolean() ? null : store,
                values.pick(AsideOrder.values()),
                values.random.nextBoolean(),
                strategy.isThroughCache() ? null : values.maybe(() -> new VersionRule(values.duration()), null),
                values.maybe(
                        () -> new InvalidationRule(
                                values.distribution(), values.random.nextDouble(), values.interval()),
                        null),
                values.optional(),
                null);
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
                values.pick(5, 10),
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
