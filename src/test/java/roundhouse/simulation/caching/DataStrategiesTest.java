package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.caches;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.run;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;
import roundhouse.topology.nodes.data.VersionRule;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.types.Types;

/** The ways of reading and writing, the ways of invalidating, and what becomes of data when something breaks. */
class DataStrategiesTest {
    private static final KeyDistribution KEYS = new KeyDistribution.Zipf(200, 0.9);

    private static Report of(DataSettings data, CacheNode cache) {
        return run(
                DataSystems.of(
                        7,
                        fixed(200),
                        users(1_000, KEYS, 0.9),
                        web(data),
                        cache,
                        db(exponential(4_000), exponential(6_000))),
                60);
    }

    /** The server reads and writes its store itself; the cache needs none. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WRITE_BACK")
    void aServerWithAStore(DataStrategy strategy) {
        sound(of(data(strategy, "db", "cache"), cache(CacheSettings.of(100))));
    }

    /** The cache reads and writes its store. */
    @ParameterizedTest
    @EnumSource(names = {"READ_THROUGH", "WRITE_THROUGH", "WRITE_BACK"})
    void aCacheWithAStore(DataStrategy strategy) {
        sound(of(data(strategy, null, "cache"), cache(CacheSettings.of(100)).with(CacheNode.STORE, "db")));
    }

    private static void sound(Report report) {
        DataReport data = DataSystems.data(report);
        DataReport.Caches cache = caches(report, "cache");
        assertThat(report.outcomes().get(Outcome.OK)).isEqualTo(report.requests() - report.unfinished());
        assertThat(data.reads() + data.writes()).isEqualTo(report.requests() - report.unfinished());
        assertThat(cache.hits() + cache.misses()).as("lookups").isBetween(data.reads(), data.reads() + 10);
        assertThat(cache.hitRatio()).isBetween(0.3, 0.95);
        assertThat(cache.entries()).isLessThanOrEqualTo(100);
        assertThat(data.lostAcknowledgedWrites()).isZero();
        assertThat(data.tiers().values().stream()
                        .mapToLong(DataReport.Tier::reads)
                        .sum())
                .isEqualTo(data.reads());
        for (boolean reads : new boolean[] {true, false}) {
            Report.Latency all = reads ? data.readLatency() : data.writeLatency();
            assertThat(data.tiers().values().stream()
                            .map(tier -> reads ? tier.readLatency() : tier.writeLatency())
                            .mapToDouble(tier -> tier.count() * tier.meanNanos())
                            .sum())
                    .as("round trips of all tiers")
                    .isCloseTo(all.count() * all.meanNanos(), withinPercentage(0.0001));
        }
    }

    /** Writing through the cache one never reads what is old there; writing round it one does, until it is told. */
    @Test
    void howTrueTheReadsAre() {
        long through = stale(data(DataStrategy.WRITE_THROUGH, null, "cache"), "db");
        long around = stale(data(DataStrategy.WRITE_AROUND, "db", "cache"), null);
        long told = stale(
                data(DataStrategy.WRITE_AROUND, "db", "cache")
                        .with(DataSettings.EVENTS, InvalidationRule.SETTINGS.usual()),
                null);
        long lost = stale(
                data(DataStrategy.WRITE_AROUND, "db", "cache")
                        .with(DataSettings.EVENTS, new InvalidationRule(fixed(0), 1, null)),
                null);
        long versions = stale(
                data(DataStrategy.WRITE_AROUND, "db", "cache")
                        .with(DataSettings.VERSIONS, new VersionRule(Duration.ZERO)),
                null);
        assertThat(around).isGreaterThan(10_000);
        assertThat(lost).isEqualTo(around);
        assertThat(told).isLessThan(around / 20);
        assertThat(through).isLessThan(around / 20);
        assertThat(versions).isLessThan(around / 20);
    }

    private static long stale(DataSettings data, @Nullable String store) {
        return DataSystems.data(of(data, cache(CacheSettings.of(100)).with(CacheNode.STORE, store)))
                .staleReads();
    }

    /** A message for each write and cache; late where the old value was given once more before it came. */
    @Test
    void messagesAreCounted() {
        DataSettings data = data(DataStrategy.WRITE_AROUND, "db", "cache")
                .with(DataSettings.EVENTS, new InvalidationRule(fixed(500_000), 0.25, null));
        DataReport.Invalidations messages =
                DataSystems.data(of(data, cache(CacheSettings.of(100)))).invalidations();
        assertThat(messages).isNotNull();
        assertThat(messages.sent()).isBetween(5_500L, 6_500L);
        assertThat((double) messages.lost() / messages.sent()).isCloseTo(0.25, within(0.03));
        assertThat(messages.late()).isBetween(1L, messages.sent() - messages.lost());
    }

    /** A reader that brings what it read before a write is refused. */
    @Test
    void leasesRefuseWhatIsSetTooLate() {
        Report without = racing(data(DataStrategy.CACHE_ASIDE, "db", "cache"));
        Report with = racing(data(DataStrategy.CACHE_ASIDE, "db", "cache").with(DataSettings.LEASES, true));
        assertThat(caches(with, "cache").refusedSets()).isPositive();
        assertThat(caches(with, "cache").hits() + caches(with, "cache").misses())
                .as("who waits looks again, but that is no lookup")
                .isBetween(
                        DataSystems.data(with).reads(), DataSystems.data(with).reads() + 10);
        // Both give what was so when the read of the store began; only without leases does it stay in the cache.
        assertThat(DataSystems.data(without).staleAge().maxNanos()).isGreaterThan(1_000_000_000L);
        assertThat(DataSystems.data(with).staleAge().maxNanos()).isLessThan(60_000_000L);
    }

    /** Over links that differ from one message to the next, so that a deletion can overtake what is set. */
    private static Report racing(DataSettings data) {
        return run(
                DataSystems.of(
                        7,
                        exponential(500),
                        users(1_000, KEYS, 0.9),
                        web(data),
                        cache(CacheSettings.of(100)),
                        db(exponential(4_000), exponential(6_000))),
                60);
    }

    /** A slow store is felt by requests that need no data of it, where workers are few. */
    @Test
    void aSlowStoreIsFeltUpwards() {
        DataSettings data = data(DataStrategy.CACHE_ASIDE, "db");
        Report free = run(slow(data, Types.UNLIMITED), 30);
        Report held = run(slow(data, 4), 30);
        assertThat(Systems.node(free, "web").waiting().p99Nanos()).isZero();
        assertThat(Systems.node(held, "web").waiting().p99Nanos()).isGreaterThan(100_000_000L);
    }

    private static Topology slow(DataSettings data, int workers) {
        return DataSystems.of(
                8,
                fixed(200),
                users(100, KEYS, 1),
                web(data).with(Server.WORKERS, workers).with(Server.QUEUE, 10_000),
                db(fixed(50_000), fixed(50_000)));
    }

    /** Of four caches one is lost: on a ring its keys miss, by modulo nearly all do. */
    @ParameterizedTest
    @CsvSource({"ring, 0.25", "modulo, 0.75"})
    void aLostCacheOnARingAndByModulo(String placement, double moved) {
        DataSettings data = data(DataStrategy.CACHE_ASIDE, "db", "c1", "c2", "c3", "c4")
                .with(
                        DataSettings.PLACEMENT,
                        PlacementSettings.of(placement.equals("ring") ? Placements.RING : Placements.MODULO));
        CacheNode[] caches = new CacheNode[4];
        for (int i = 0; i < 4; i++) {
            caches[i] = CacheNode.of("c" + (i + 1), CacheSettings.of(10_000));
        }
        Topology topology = DataSystems.of(
                9,
                fixed(200),
                users(2_000, new KeyDistribution.Uniform(2_000), 1),
                web(data),
                caches[0],
                caches[1],
                caches[2],
                caches[3],
                db(fixed(1_000), fixed(1_000)));
        Run run = Run.of(topology);
        run.runUntil(20 * Systems.SECOND);
        long before = DataSystems.data(run.report()).databaseReads();
        run.apply(new Command.Crash("c2"));
        run.runUntil(21 * Systems.SECOND);
        double missed = (DataSystems.data(run.report()).databaseReads() - before) / 2_000.0;
        // 2,000 requests in a second ask for 1 - 1/e of 2,000 keys; the ring's quarter is as even as its virtual nodes.
        assertThat(missed).isCloseTo(moved * (1 - Math.exp(-1)), within(0.05));
    }

    /** What a crash does not take: what the store has acknowledged. */
    @Test
    void aDatabaseKeepsWhatItHas() {
        Topology topology = DataSystems.of(
                        10,
                        fixed(200),
                        users(500, KEYS, 0.5),
                        web(data(DataStrategy.CACHE_ASIDE, "db", "cache")),
                        cache(CacheSettings.of(100)),
                        db(fixed(1_000), fixed(1_000)))
                .withScenario(List.of(
                        Systems.at(5, new Command.Crash("db")),
                        Systems.at(6, new Command.Recover("db")),
                        Systems.at(8, new Command.Crash("cache")),
                        Systems.at(9, new Command.Recover("cache"))));
        Report report = run(topology, 15);
        assertThat(DataSystems.data(report).lostAcknowledgedWrites()).isZero();
        assertThat(report.outcomes().get(Outcome.FAILED)).isPositive();
        assertThat(DataSystems.data(report).staleReads()).isLessThan(100);
    }
}
