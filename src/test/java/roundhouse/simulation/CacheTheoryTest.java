package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.TheoryFigure;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.testing.MeanOfRuns;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * A server's cache before a database, under Poisson clients, against the formulas of caches: 99 % confidence intervals of ten runs, from
 * when the cache is full. Che's approximations are themselves wrong by up to 0.002.
 */
class CacheTheoryTest {
    private static final double CHE = 0.002;
    private static final KeyDistribution ZIPF = new KeyDistribution.Zipf(1_000, 0.8);

    private static Topology cached(double rate, double reads, KeyDistribution keys, CacheSettings cache) {
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, DataStrategy.WRITE_AROUND)
                .with(DataSettings.STORE, "db");
        return system(
                        1,
                        List.of(
                                Clients.of("users", new Arrivals.Poisson(rate))
                                        .with(Clients.KEYS, keys)
                                        .with(Clients.READS, reads),
                                Server.of("web", fixed(1))
                                        .with(Server.CORES, 8)
                                        .with(Server.CACHE, cache)
                                        .with(Server.DATA, data),
                                Database.of("db", fixed(0)).with(Database.CORES, 8)),
                        List.of(link("users", "web"), link("web", "db")))
                .withWarmUp(Duration.ofSeconds(5));
    }

    /** What became of reads after the first five seconds, and of how long. */
    private record Steady(double hits, double misses, double stale, double seconds, double staleAge) {}

    private static Steady steady(Topology topology, int seed, long seconds) {
        Run run = Run.of(topology.withSeed(seed));
        run.runUntil(5 * SECOND);
        DataReport.Caches before = web(run);
        run.runUntil((5 + seconds) * SECOND);
        DataReport.Caches after = web(run);
        return new Steady(
                after.hits() - before.hits(),
                after.misses() - before.misses(),
                after.stale() - before.stale(),
                seconds,
                Objects.requireNonNull(run.report().data()).staleAge().meanNanos() / 1e9);
    }

    private static DataReport.Caches web(Run run) {
        return Objects.requireNonNull(
                Objects.requireNonNull(run.report().data()).caches().get("web"));
    }

    private static MeanOfRuns mean(Topology topology, long seconds, ToDoubleFunction<Steady> figure) {
        return MeanOfRuns.of(seed -> figure.applyAsDouble(steady(topology, seed, seconds)));
    }

    private static double ratio(Steady its) {
        return its.hits / (its.hits + its.misses);
    }

    private static double expected(Topology topology, TheoryFigure figure) {
        return Objects.requireNonNull(CacheTheory.of(topology).get("web")).stream()
                .filter(one -> one.figure() == figure)
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The recorded values of the formulas for 200 of 1,000 keys; the clock is none of the three. */
    @ParameterizedTest
    @CsvSource({"lru, 0.522371", "fifo, 0.473265", "random, 0.473265"})
    void fullCachesHitAsCheSays(String policy, double recorded) {
        Topology topology = cached(5_000, 1, ZIPF, CacheSettings.of(200).with(CacheSettings.POLICY, policy));
        assertThat(expected(topology, TheoryFigure.HIT_RATIO)).isCloseTo(recorded, within(1e-5));
        mean(topology, 5, CacheTheoryTest::ratio).agrees("hit ratio", recorded, CHE, 0.005);
    }

    /** Twenty keys with 5 requests a second each live for 0.2 s: λ T = 1. */
    @ParameterizedTest
    @CsvSource({"FETCH, 0, 0.5", "FETCH, 0.5, 0.5", "USE, 0, 0.632120558829"})
    void timesToLiveHitAsPoissonSays(TtlStart from, double jitter, double ratio) {
        Topology topology = cached(
                100,
                1,
                new KeyDistribution.Uniform(20),
                CacheSettings.of(1_000)
                        .with(CacheSettings.TTL, Duration.ofMillis(200))
                        .with(CacheSettings.TTL_FROM, from)
                        .with(CacheSettings.TTL_JITTER, jitter));
        assertThat(expected(topology, TheoryFigure.HIT_RATIO)).isCloseTo(ratio, within(1e-9));
        mean(topology, 600, CacheTheoryTest::ratio).agrees("hit ratio", ratio, 0, 0.01);
        mean(topology, 600, its -> its.misses / its.seconds).agrees("fetches", 100 * (1 - ratio), 0, 1);
    }

    /** Ten keys, each read 8 times and written twice a second, live for 1 s: μ T = 2. */
    @Test
    void whatIsNotToldOfWritesIsStaleAsPoissonSays() {
        Topology topology = cached(
                100,
                0.8,
                new KeyDistribution.Uniform(10),
                CacheSettings.of(1_000).with(CacheSettings.TTL, Duration.ofSeconds(1)));
        double share = 1 - (1 - Math.exp(-2)) / 2;
        assertThat(expected(topology, TheoryFigure.STALE_SHARE)).isCloseTo(share, within(1e-9));
        mean(topology, 200, its -> its.stale / its.hits).agrees("stale share", share, 0, 0.01);
        double age = TtlTheory.meanStaleness(2, 1) / share;
        assertThat(expected(topology, TheoryFigure.STALE_AGE)).isCloseTo(age, within(1e-9));
        mean(topology, 200, Steady::staleAge).agrees("age of stale reads", age, 0, 0.01);
        mean(topology, 200, CacheTheoryTest::ratio).agrees("hit ratio", 8.0 / 9, 0, 0.01);
    }
}
