package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.caches;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.run;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.theory.CharacteristicTime;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * Whole runs against closed forms. The runs are long enough that a hit ratio has a standard deviation of less than 0.001; bounds are five
 * of those or the spread of the approximation that the recordings show, 0.002.
 */
class CacheTheoryTest {
    private static final double NEAR = 0.006;

    /** Ten keys of 50 requests a second each, kept for 20 ms: the TTL cache under Poisson requests. */
    @ParameterizedTest
    @CsvSource({"FETCH", "USE"})
    void aTimeToLiveUnderPoissonRequests(TtlStart from) {
        CacheSettings settings = CacheSettings.of(100)
                .with(CacheSettings.TTL, Duration.ofMillis(20))
                .with(CacheSettings.TTL_FROM, from);
        Report report = run(
                DataSystems.of(
                        1,
                        fixed(0),
                        users(500, new KeyDistribution.Uniform(10), 1),
                        web(data(DataStrategy.CACHE_ASIDE, "db", "cache")),
                        cache(settings),
                        db(fixed(0), fixed(0))),
                600);
        double theory =
                from == TtlStart.FETCH ? TtlTheory.hitRatioFromFetch(50, 0.02) : TtlTheory.hitRatioFromUse(50, 0.02);
        assertThat(caches(report, "cache").hitRatio()).isCloseTo(theory, within(NEAR));
    }

    @ParameterizedTest
    @CsvSource({"lru, 100", "lru, 400", "fifo, 100", "random, 100"})
    void cheAndFricker(String policy, int capacity) {
        int keys = 1_000;
        double[] popularity = new double[keys];
        double sum = 0;
        for (int key = 0; key < keys; key++) {
            popularity[key] = Math.pow(key + 1, -0.9);
            sum += popularity[key];
        }
        for (int key = 0; key < keys; key++) {
            popularity[key] /= sum;
        }
        Topology topology = DataSystems.of(
                2,
                fixed(0),
                users(1_000, new KeyDistribution.Zipf(keys, 0.9), 1),
                web(data(DataStrategy.READ_THROUGH, null, "cache")),
                cache(CacheSettings.of(capacity).with(CacheSettings.POLICY, policy))
                        .with(CacheNode.STORE, "db"),
                db(fixed(0), fixed(0)));
        double theory = policy.equals("lru")
                ? CharacteristicTime.lruHitRatio(popularity, capacity)
                : CharacteristicTime.fifoHitRatio(popularity, capacity);
        assertThat(caches(run(topology, 300), "cache").hitRatio()).isCloseTo(theory, within(NEAR));
    }

    /** Writers go round the cache: what it gives is stale by the formula of a TTL under Poisson updates. */
    @Test
    void staleReadsUnderATimeToLive() {
        Report report = run(
                DataSystems.of(
                        3,
                        fixed(0),
                        users(500, new KeyDistribution.Uniform(5), 0.95),
                        web(data(DataStrategy.WRITE_AROUND, "db", "cache")),
                        cache(CacheSettings.of(100).with(CacheSettings.TTL, Duration.ofMillis(200))),
                        db(fixed(0), fixed(0))),
                400);
        double reads = 95;
        double updates = 5;
        double share = (double) DataSystems.data(report).staleReads()
                / DataSystems.data(report).reads();
        assertThat(share).isCloseTo(TtlTheory.staleShare(reads, updates, 0.2), within(0.015));
        double ageOverHits = DataSystems.data(report).staleAge().meanNanos()
                / 1e9
                * DataSystems.data(report).staleReads()
                / caches(report, "cache").hits();
        assertThat(ageOverHits).isCloseTo(TtlTheory.meanStaleness(updates, 0.2), within(0.005));
    }

    /** A crash half a period after a flush takes what was written since: rate times half the period, within four deviations. */
    @Test
    void writesThatACrashTakes() {
        WriteFlush flush = WriteFlush.SETTINGS
                .usual()
                .with(WriteFlush.EVERY, Duration.ofSeconds(1))
                .with(WriteFlush.COALESCE, false);
        Topology topology = DataSystems.of(
                        4,
                        fixed(100),
                        users(800, new KeyDistribution.Uniform(10_000), 0.5),
                        web(data(DataStrategy.WRITE_BACK, null, "cache")),
                        cache(CacheSettings.of(1_000))
                                .with(CacheNode.STORE, "db")
                                .with(CacheNode.FLUSH, flush),
                        db(fixed(1_000), fixed(1_000)))
                .withScenario(List.of(Systems.at(20.5, new Command.Crash("cache"))));
        double expected = 400 * 0.5;
        assertThat((double) DataSystems.data(run(topology, 30)).lostAcknowledgedWrites())
                .isCloseTo(expected, within(4 * Math.sqrt(expected)));
    }

    /** Many ask for the key while it is fetched: one fetch with coalescing, one and those that came meanwhile without. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void fetchesOfAStampede(boolean coalesce) {
        CacheSettings settings = CacheSettings.of(100)
                .with(CacheSettings.TTL, Duration.ofSeconds(1))
                .with(CacheSettings.COALESCE, coalesce ? Coalescing.Scope.ALL : Coalescing.Scope.NONE);
        Report report = run(
                DataSystems.of(
                        5,
                        fixed(0),
                        users(500, new KeyDistribution.Uniform(1), 1),
                        web(data(DataStrategy.READ_THROUGH, null, "cache")),
                        cache(settings).with(CacheNode.STORE, "db"),
                        db(fixed(100_000), fixed(0))),
                110);
        // A cycle is a wait of 2 ms for the first request, 100 ms of fetching, and a second from the last fetch to
        // come: without
        // coalescing that began 100 ms after the first.
        double cycles = 110 / (coalesce ? 1.102 : 1.202);
        double fetches = DataSystems.data(report).databaseReads() / cycles;
        assertThat(fetches).isCloseTo(coalesce ? 1 : TtlTheory.stampede(500, 0.1), within(coalesce ? 0.02 : 1.5));
        boolean named =
                report.transcript().stream().anyMatch(line -> line.text().startsWith("stampede at cache: "));
        assertThat(named).isEqualTo(!coalesce);
    }
}
