package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.Expected;
import roundhouse.analysis.caching.MeasuredCache;
import roundhouse.analysis.caching.ReadLatencyTheory;
import roundhouse.analysis.caching.TheoryFigure;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.theory.EarlyRefreshTheory;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.testing.MeanOfRuns;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What reports expect of stampedes, of early refreshes and of chains of caches, against whole runs: 99 % intervals of ten. */
class ExpiryTheoryTest {
    private static final KeyDistribution ONE = new KeyDistribution.Uniform(1);
    /** One key comes six times as often as the nine others together. */
    private static final KeyDistribution HOT = new KeyDistribution.Hot(10, 6.0 / 7);

    /** A fetch takes half a second: 499 ms and twice half a millisecond. */
    private static Topology cached(double rate, KeyDistribution keys, CacheSettings cache) {
        return system(
                1,
                List.of(
                        Clients.of("users", new Arrivals.Poisson(rate)).with(Clients.KEYS, keys),
                        Server.of("web", fixed(1))
                                .with(Server.CORES, 8)
                                .with(Server.CACHE, cache)
                                .with(Server.DATA, DataSettings.SETTINGS.usual().with(DataSettings.STORE, "db")),
                        Database.of("db", fixed(499_000)).with(Database.CORES, 1_000)),
                List.of(link("users", "web"), link("web", "db", fixed(500))));
    }

    private static CacheSettings ttl(int seconds, Coalescing.Scope scope) {
        return CacheSettings.of(10)
                .with(CacheSettings.TTL, Duration.ofSeconds(seconds))
                .with(CacheSettings.COALESCE, scope);
    }

    private static Expected expected(Topology topology, TheoryFigure figure) {
        return Objects.requireNonNull(CacheTheory.of(topology).get("web")).stream()
                .filter(one -> one.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    private static DataReport data(Topology topology, int seed, long seconds) {
        Run run = Run.of(topology.withSeed(seed));
        run.runUntil(seconds * SECOND);
        return Objects.requireNonNull(run.report().data());
    }

    private static MeanOfRuns measured(Topology topology, TheoryFigure figure, long seconds) {
        return MeanOfRuns.of(seed -> MeasuredCache.of(topology, data(topology, seed, seconds), seconds * SECOND, "web")
                .of(figure));
    }

    /** Twenty requests a second: 11 fetches each time, and 1 where they wait for each other. */
    @ParameterizedTest
    @CsvSource({"NONE, 11", "COLD, 11", "ALL, 1"})
    void theStampedeOfOneKey(Coalescing.Scope scope, double theory) {
        Topology topology = cached(20, ONE, ttl(2, scope));
        assertThat(expected(topology, TheoryFigure.STAMPEDE).value()).isCloseTo(theory, within(1e-9));
        measured(topology, TheoryFigure.STAMPEDE, 1_000).agrees("fetches per expiry", theory, 0.02, 0.3);
    }

    /** Keys with 6 and with 1/9 requests a second count as often as each expires. */
    @Test
    void theStampedeOfUnlikeKeys() {
        Topology topology = cached(7, HOT, ttl(2, Coalescing.Scope.NONE));
        double hot = 1 / (1 / 6.0 + 0.5 - (1 - Math.exp(-3)) / 6 + 0.5 + 2);
        double cold = 9 / (9 + 0.5 - 9 * (1 - Math.exp(-0.5 / 9)) + 0.5 + 2);
        double theory = (4 * hot + (1 + 0.5 / 9) * cold) / (hot + cold);
        assertThat(expected(topology, TheoryFigure.STAMPEDE).value()).isCloseTo(theory, within(1e-9));
        measured(topology, TheoryFigure.STAMPEDE, 4_000).agrees("fetches per expiry", theory, 0.01, 0.05);
    }

    /** Two requests a second and a scale of half a second: in 1 - e^-1 of all cases somebody fetches in time. */
    @Test
    void whatIsFetchedEarlyOfOneKey() {
        Topology topology = cached(2, ONE, ttl(10, Coalescing.Scope.ALL).with(CacheSettings.EARLY_REFRESH, 1.0));
        double share = expected(topology, TheoryFigure.EARLY_SHARE).value();
        assertThat(share).isCloseTo(1 - Math.exp(-1), within(1e-6));
        measured(topology, TheoryFigure.EARLY_SHARE, 10_000).agrees("fetched early", share, 0, 0.03);
        double by = expected(topology, TheoryFigure.EARLY_BY).value();
        measured(topology, TheoryFigure.EARLY_BY, 10_000).agrees("early by, seconds", by, 0, 0.04);
    }

    @Test
    void whatIsFetchedEarlyOfUnlikeKeysAndTwiceAsEagerly() {
        Topology topology = cached(14, HOT, ttl(5, Coalescing.Scope.ALL).with(CacheSettings.EARLY_REFRESH, 2.0));
        double share = expected(topology, TheoryFigure.EARLY_SHARE).value();
        assertThat(share).isBetween(0.2, 0.9);
        measured(topology, TheoryFigure.EARLY_SHARE, 4_000).agrees("fetched early", share, 0, 0.02);
        double by = expected(topology, TheoryFigure.EARLY_BY).value();
        measured(topology, TheoryFigure.EARLY_BY, 4_000).agrees("early by, seconds", by, 0, 0.06);
    }

    /** The integral is the known mean where many come, and first order where hardly any do. */
    @Test
    void theIntegralAgreesWithItsLimits() {
        for (double many : new double[] {20, 200, 5_000}) {
            assertThat(EarlyRefreshTheory.gapOverAll(many / 0.5, 60, 0.5))
                    .isCloseTo(EarlyRefreshTheory.meanGap(many / 0.5, 0.5), within(1e-4));
        }
        double seldom = 2e-4;
        assertThat(EarlyRefreshTheory.gapOverAll(seldom, 3, 0.5) / EarlyRefreshTheory.gapOverAll(seldom * 0.99, 3, 0.5))
                .as("from one formula to the other")
                .isCloseTo(1 / 0.99, within(1e-4));
        assertThat(EarlyRefreshTheory.gapOverAll(seldom * 0.99, 3, 0.5))
                .isCloseTo(seldom * 0.99 * 0.5 * (0.5 * (1 - Math.exp(-6)) - 3 * Math.exp(-6)), within(1e-12));
    }

    @Test
    void whereTheoryDoesNotApplyItSaysWhy() {
        UnaryOperator<CacheSettings> early = cache -> cache.with(CacheSettings.EARLY_REFRESH, 1.0);
        assertThat(expected(cached(2, ONE, early.apply(ttl(9, Coalescing.Scope.NONE))), TheoryFigure.EARLY_BY)
                        .whyNot())
                .isEqualTo("who comes during a fetch after the expiry fetches too");
        Topology changing = cached(2, ONE, ttl(9, Coalescing.Scope.NONE))
                .with(Database.of("db", exponential(499_000)).with(Database.CORES, 1_000));
        assertThat(expected(changing, TheoryFigure.STAMPEDE).whyNot())
                .isEqualTo("reads of db do not always take equally long");
        assertThat(CacheTheory.of(cached(2, ONE, CacheSettings.of(10))).get("web"))
                .as("nothing expires")
                .extracting(Expected::figure)
                .doesNotContain(TheoryFigure.STAMPEDE, TheoryFigure.EARLY_SHARE);
    }

    private static Topology chain(DataStrategy strategy, boolean storeOfServers) {
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, strategy)
                .with(DataSettings.CACHE, List.of("l2"))
                .with(DataSettings.STORE, storeOfServers ? "db" : null);
        Server web = Server.of("web-1", exponential(2_000))
                .with(Server.CORES, 64)
                .with(Server.CACHE, CacheSettings.of(30))
                .with(Server.DATA, data);
        CacheSettings shared = CacheSettings.of(200).with(CacheSettings.HIT_TIME, fixed(700));
        return system(
                        1,
                        List.of(
                                Clients.of("users", new Arrivals.Poisson(200))
                                        .with(Clients.KEYS, new KeyDistribution.Zipf(1_000, 0.8)),
                                LoadBalancer.of("lb"),
                                web,
                                web.renamed("web-2"),
                                CacheNode.of("l2", shared)
                                        .with(CacheNode.CORES, 64)
                                        .with(CacheNode.STORE, storeOfServers ? null : "db"),
                                Database.of("db", exponential(9_000)).with(Database.CORES, 64)),
                        List.of(
                                link("users", "lb", fixed(3_000)),
                                link("lb", "web-1", fixed(100)),
                                link("lb", "web-2", fixed(100)),
                                link("web-1", "l2", fixed(400)),
                                link("web-2", "l2", fixed(400)),
                                link(storeOfServers ? "web-1" : "l2", "db", fixed(600)),
                                link(storeOfServers ? "web-2" : "l2", "db", fixed(600))))
                .withWarmUp(Duration.ofSeconds(5));
    }

    /** Nobody waits for a core; times are drawn. */
    @ParameterizedTest
    @CsvSource({"READ_THROUGH, false", "CACHE_ASIDE, true", "WRITE_BACK, false"})
    void aChainTakesWhatItsPartsTake(DataStrategy strategy, boolean storeOfServers) {
        Topology all = chain(strategy, storeOfServers);
        Topology topology = all.withLinks(all.links().stream().distinct().toList());
        MeanOfRuns.of(seed -> {
                    DataReport data = data(topology, seed, 65);
                    return data.readLatency().meanNanos()
                            / 1e9
                            / ReadLatencyTheory.of(topology, data).value();
                })
                .agrees("measured over expected", 1, 0.002, 0.02);
    }

    @Test
    void aReadThatWaitsForAnothersFetchTakesLess() {
        Topology topology = cached(20, ONE, ttl(2, Coalescing.Scope.ALL));
        Expected latency = ReadLatencyTheory.of(topology, data(topology, 1, 10));
        assertThat(latency.whyNot()).isEqualTo("who waits for the fetch of another waits less than a whole one");
        assertThat(latency.value()).isNaN();
    }
}
