package roundhouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.Expected;
import roundhouse.analysis.caching.TheoryFigure;
import roundhouse.caching.eviction.TraceRecipe;
import roundhouse.caching.fetching.Coalescing;
import roundhouse.caching.theory.EarlyRefreshTheory;
import roundhouse.caching.theory.TtlTheory;
import roundhouse.caching.traces.KeyTraceReader;
import roundhouse.caching.traces.TraceLineException;
import roundhouse.golden.Golden;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.MeanOfRuns;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;
import tools.jackson.databind.JsonNode;

/** What fetching costs, and what writing back can lose, in whole runs against the formulas. */
class CacheFetchTheoryTest {
    private static DataReport data(Run run) {
        return Objects.requireNonNull(run.report().data());
    }

    private static DataReport.Caches cache(DataReport report, String id) {
        return Objects.requireNonNull(report.caches().get(id));
    }

    static Stream<JsonNode> tiers() {
        return Golden.list("caching/formulas.json", "tiers").stream();
    }

    /** Two caches in a row on a recorded trace, hit as recorded; then the mean latency is the formula's. */
    @ParameterizedTest
    @MethodSource("tiers")
    void aChainHitsAndTakesAsRecorded(JsonNode recorded) throws IOException, TraceLineException {
        JsonNode trace = Stream.of("caching/traces_small.json", "caching/eviction_large.json")
                .flatMap(file -> Golden.cases(file).stream())
                .filter(one -> one.get("id").equals(recorded.get("trace")))
                .findFirst()
                .orElseThrow();
        String lines = Arrays.stream(TraceRecipe.trace(trace.get("recipe")))
                .mapToObj(Long::toString)
                .collect(Collectors.joining("\n"));
        KeyDistribution keys = new KeyDistribution.FromFile(
                "trace",
                RecordedKeys.of("trace", KeyTraceReader.read(new BufferedReader(new StringReader(lines)), null)));
        int accesses = recorded.get("accesses").asInt();
        int[] millis = Golden.ints(recorded.get("latencies"));
        Run run = Run.of(chain(
                keys, millis, recorded.get("c1").asInt(), recorded.get("c2").asInt()));
        run.runUntil(accesses * SECOND + SECOND / 2);
        Report report = run.report();
        assertThat(report.requests()).isEqualTo(accesses);
        DataReport its = data(run);
        assertThat(cache(its, "web").hits()).isEqualTo(recorded.get("l1_hits").asLong());
        assertThat(cache(its, "l2").hits()).isEqualTo(recorded.get("l2_hits").asLong());
        assertThat(its.databaseReads()).isEqualTo(recorded.get("misses").asLong());
        assertThat(cache(its, "l2").hitRatio())
                .isCloseTo(recorded.get("l2_hit_ratio_local").asDouble(), within(1e-5));
        assertThat(report.latency().meanNanos() / 1e6)
                .isCloseTo(recorded.get("mean_latency").asDouble(), within(0.01));
    }

    /** One request a second, so that none meets another. */
    private static Topology chain(KeyDistribution keys, int[] millis, int first, int second) {
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, DataStrategy.READ_THROUGH)
                .with(DataSettings.CACHE, List.of("l2"));
        return system(
                1,
                List.of(
                        Clients.of("users", new Arrivals.Constant(1)).with(Clients.KEYS, keys),
                        Server.of("web", fixed(millis[0] * 1_000L))
                                .with(Server.CACHE, CacheSettings.of(first))
                                .with(Server.DATA, data),
                        CacheNode.of(
                                        "l2",
                                        CacheSettings.of(second)
                                                .with(CacheSettings.HIT_TIME, fixed(millis[1] * 1_000L)))
                                .with(CacheNode.STORE, "db"),
                        Database.of("db", fixed(millis[2] * 1_000L))),
                List.of(link("users", "web"), link("web", "l2"), link("l2", "db")));
    }

    private static Topology writingBack(KeyDistribution keys, WriteFlush flush) {
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, DataStrategy.WRITE_BACK)
                .with(DataSettings.CACHE, List.of("redis"));
        return system(
                1,
                List.of(
                        Clients.of("users", new Arrivals.Poisson(200))
                                .with(Clients.KEYS, keys)
                                .with(Clients.READS, 0.0),
                        Server.of("web", fixed(1)).with(Server.DATA, data),
                        CacheNode.of("redis", CacheSettings.of(100_000))
                                .with(CacheNode.STORE, "db")
                                .with(CacheNode.FLUSH, flush),
                        Database.of("db", fixed(0))),
                List.of(link("users", "web"), link("web", "redis"), link("redis", "db")));
    }

    /** Lost by a crash, on average over ten crashes that are spread evenly over the period before. */
    private static MeanOfRuns lost(Topology topology, double period) {
        int crashes = 10;
        return MeanOfRuns.of(seed -> {
            double lost = 0;
            for (int i = 0; i < crashes; i++) {
                double when = 2 + period * (i + 0.5) / crashes;
                Run run = Run.of(
                        topology.withSeed(seed * 100L + i).withScenario(List.of(at(when, new Command.Crash("redis")))));
                run.runUntil((long) ((when + 0.1) * SECOND));
                lost += data(run).lostAcknowledgedWrites();
            }
            return lost / crashes;
        });
    }

    private static Expected expectedLoss(Topology topology) {
        return Objects.requireNonNull(CacheTheory.of(topology).get("redis")).stream()
                .filter(one -> one.figure() == TheoryFigure.LOST_WRITES)
                .findFirst()
                .orElseThrow();
    }

    /** 200 writes a second: r D / 2 each second and each half, (B − 1) / 2 in batches of 21. */
    @ParameterizedTest
    @CsvSource({"1000, 1, 100", "500, 1, 50", "0, 21, 10"})
    void aCrashTakesHalfOfWhatAFlushWrites(int everyMillis, int batch, double theory) {
        WriteFlush flush = WriteFlush.SETTINGS
                .usual()
                .with(WriteFlush.EVERY, everyMillis == 0 ? null : Duration.ofMillis(everyMillis))
                .with(WriteFlush.BATCH, batch)
                .with(WriteFlush.COALESCE, false);
        Topology topology = writingBack(new KeyDistribution.Uniform(1_000_000), flush);
        assertThat(expectedLoss(topology).value()).isCloseTo(theory, within(1e-9));
        lost(topology, everyMillis == 0 ? 1 : everyMillis / 1e3).agrees("lost writes", theory, 0, theory / 3);
    }

    /** Of fifty keys that are written twice between flushes each, with 200 writes a second and flushes each half: Σ 1 − (1 − e^−2) / 2. */
    @Test
    void ofEachKeyTheLastWriteIsLostOnly() {
        WriteFlush flush = WriteFlush.SETTINGS.usual().with(WriteFlush.EVERY, Duration.ofMillis(500));
        Topology topology = writingBack(new KeyDistribution.Uniform(50), flush);
        double theory = 50 * (1 - (1 - Math.exp(-2)) / 2);
        assertThat(expectedLoss(topology).value()).isCloseTo(theory, within(1e-9));
        lost(topology, 0.5).agrees("lost writes", theory, 0, 1.5);
    }

    /** One key, fetched in half a second. */
    private static Topology oneKey(double rate, CacheSettings cache) {
        DataSettings data = DataSettings.SETTINGS.usual().with(DataSettings.STORE, "db");
        return system(
                1,
                List.of(
                        Clients.of("users", new Arrivals.Poisson(rate))
                                .with(Clients.KEYS, new KeyDistribution.Uniform(1)),
                        Server.of("web", fixed(1))
                                .with(Server.CORES, 8)
                                .with(Server.CACHE, cache)
                                .with(Server.DATA, data),
                        Database.of("db", fixed(500_000)).with(Database.CORES, 1_000)),
                List.of(link("users", "web"), link("web", "db")));
    }

    private static CacheSettings refreshed() {
        return CacheSettings.of(10)
                .with(CacheSettings.TTL, Duration.ofSeconds(10))
                .with(CacheSettings.COALESCE, Coalescing.Scope.ALL)
                .with(CacheSettings.EARLY_REFRESH, 1.0);
    }

    /** Two requests a second and a scale of half a second: in e^−1 of all cases nobody fetches in time. */
    @Test
    void earlyRefreshesComeTooLateAsOftenAsTheorySays() {
        double theory = EarlyRefreshTheory.noneEarly(2, 10, 0.5);
        assertThat(theory).isCloseTo(Math.exp(-1), within(1e-6));
        MeanOfRuns.of(seed -> {
                    Run run = Run.of(oneKey(2, refreshed()).withSeed(seed));
                    run.runUntil(10_000 * SECOND);
                    DataReport.Caches its = cache(data(run), "web");
                    double late = its.misses() - its.coalesced();
                    return late / (late + its.refreshes());
                })
                .agrees("expiries without an early refresh", theory, 0, 0.03);
    }

    /** How long before the expiry the first refresh begins, from how many there are: the formula is good to 4 %, as recorded. */
    @Test
    void earlyRefreshesBeginAsLongBeforeAsTheorySays() {
        double theory = EarlyRefreshTheory.meanGap(20, 0.5);
        MeanOfRuns.of(seed -> {
                    Run run = Run.of(oneKey(20, refreshed()).withSeed(seed));
                    run.runUntil(1_000 * SECOND);
                    return 10 + 0.5 - 1_000.0 / cache(data(run), "web").refreshes();
                })
                .agrees("gap, seconds", theory, 0.04 * theory, 0.12);
    }

    /** Twenty requests a second and half a second for a fetch: 11 fetches for each expiry, and one where they wait for each other. */
    @ParameterizedTest
    @CsvSource({"NONE, 11", "ALL, 1"})
    void whoComesDuringAFetchFetchesToo(Coalescing.Scope scope, double theory) {
        assertThat(TtlTheory.stampede(20, 0.5)).isEqualTo(11);
        Topology topology = oneKey(
                20,
                CacheSettings.of(10)
                        .with(CacheSettings.TTL, Duration.ofSeconds(2))
                        .with(CacheSettings.COALESCE, scope));
        MeanOfRuns.of(seed -> {
                    Run run = Run.of(topology.withSeed(seed));
                    run.runUntil(1_000 * SECOND);
                    DataReport.Caches its = cache(data(run), "web");
                    return (its.misses() - its.coalesced()) / (its.expired() + 1.0);
                })
                .agrees("fetches for an expiry", theory, 0.01, 0.3);
    }
}
