package roundhouse.simulation.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.caching.DataSystems.cache;
import static roundhouse.simulation.caching.DataSystems.data;
import static roundhouse.simulation.caching.DataSystems.db;
import static roundhouse.simulation.caching.DataSystems.users;
import static roundhouse.simulation.caching.DataSystems.web;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.InvalidationRule;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** Expectations about data are judged by what the report says. */
class DataExpectationsTest {
    private static Topology system() {
        DataSettings data = data(DataStrategy.WRITE_AROUND, "db", "cache")
                .with(DataSettings.EVENTS, new InvalidationRule(fixed(500_000), 0.25, null));
        return DataSystems.of(
                7,
                fixed(200),
                users(1_000, new KeyDistribution.Zipf(200, 0.9), 0.9).with(Clients.VALUES, new ValueSizes(100, 10_000)),
                web(data),
                cache(CacheSettings.of(50)),
                db(exponential(4_000), exponential(6_000)));
    }

    private static Report report(Topology topology) {
        Run run = Run.of(topology);
        run.runUntil(20 * SECOND);
        return run.report();
    }

    private static Expectation expectation(String text) {
        return switch (Expectation.parse(text)) {
            case Units.Parsed.Value<Expectation>(Expectation expectation) -> expectation;
            case Units.Parsed.Wrong<Expectation>(String reason) -> throw new AssertionError(text + ": " + reason);
        };
    }

    private static void counts(List<String> all, String of, DataReport.Tier tier) {
        all.add("reads ended of " + of + " = " + tier.reads());
        all.add("writes ended of " + of + " = " + tier.writes());
        latencies(all, "read latency of " + of, tier.readLatency());
        latencies(all, "write latency of " + of, tier.writeLatency());
    }

    private static void latencies(List<String> all, String name, Latency latency) {
        if (latency.count() > 0) {
            Map.of("p50", latency.p50Nanos(), "p99", latency.p99Nanos(), "max", latency.maxNanos())
                    .forEach((statistic, nanos) -> all.add(statistic + " " + name + " = " + nanos + "ns"));
        }
    }

    /** Without a warm-up every count and every time is what the report has, and one more is not. */
    @Test
    void whatTheReportHasIsExpectedAndNothingElse() {
        Report report = report(system());
        DataReport data = DataSystems.data(report);
        DataReport.Invalidations messages = Objects.requireNonNull(data.invalidations());
        List<String> all = new ArrayList<>(List.of(
                "reads ended = " + data.reads(),
                "writes ended = " + data.writes(),
                "invalidations sent = " + messages.sent(),
                "invalidations late = " + messages.late(),
                "invalidations lost = " + messages.lost()));
        latencies(all, "read latency", data.readLatency());
        latencies(all, "write latency", data.writeLatency());
        assertThat(data.tiers()).containsOnlyKeys("cache", "db");
        data.tiers().forEach((id, tier) -> counts(all, id, tier));
        assertThat(all).hasSize(5 + 6 + 4 + 9);
        List<Expectation> as =
                all.stream().map(DataExpectationsTest::expectation).toList();
        assertThat(report(system().withExpect(as)).verdicts()).allMatch(verdict -> verdict instanceof Verdict.Met);
        List<Expectation> more = all.stream()
                .map(text -> expectation(text.replaceAll("= \\d", "= 9$0").replace("= 9= ", "= 9")))
                .toList();
        assertThat(report(system().withExpect(more)).verdicts()).noneMatch(verdict -> verdict instanceof Verdict.Met);
    }

    /** Of values of all sizes the bytes that hit are not as many of the bytes as the hits of the reads. */
    @Test
    void bytesOfTheChainAreExpectedToo() {
        DataReport data = DataSystems.data(report(system()));
        double percent = 100 * data.byteHitRatio();
        assertThat(data.byteHitRatio()).isNotEqualTo(data.chainHitRatio()).isBetween(0.2, 0.9);
        List<Expectation> both = List.of(
                expectation("byte-hit-ratio > %.4f%%".formatted(percent - 0.001)),
                expectation("byte-hit-ratio < %.4f%%".formatted(percent + 0.001)));
        assertThat(report(system().withExpect(both)).verdicts()).allMatch(verdict -> verdict instanceof Verdict.Met);
    }
}
