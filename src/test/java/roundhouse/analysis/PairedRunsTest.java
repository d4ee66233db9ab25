package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.balancing.Balancing;

class PairedRunsTest {
    private static final long SECOND = 1_000_000_000;

    static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name + ".json"))).topology();
    }

    private static RunComparison compared(ComparedDesign a, ComparedDesign b, long from, long until) {
        PairedRuns runs = new PairedRuns(a, b, from, until);
        runs.finish();
        return runs.result();
    }

    private static ComparedDesign by(Algorithm algorithm) {
        Command set = new Command.SetAlgorithm("lb-1", Balancing.of(algorithm));
        return new ComparedDesign(algorithm.key(), sample("three-servers"), List.of(new Run.Entry(0, 0, set)));
    }

    private record Begun(String clients, long number, long atNanos) {}

    private static List<Begun> begun(ComparedDesign design) {
        List<Begun> begun = new ArrayList<>();
        Replay replay = new Replay(design.start(), design.log());
        replay.run().listen((clients, number, at, _, _) -> begun.add(new Begun(clients, number, at)));
        replay.runUntil(5 * SECOND);
        begun.removeIf(request -> request.atNanos() > 4 * SECOND);
        begun.sort(java.util.Comparator.comparing(Begun::clients).thenComparing(Begun::number));
        return begun;
    }

    @Test
    void theSameNumberIsTheSameRequestWhateverTheAlgorithm() {
        List<Begun> first = begun(by(Algorithm.ROUND_ROBIN));
        assertThat(first).hasSizeGreaterThan(1_000).isEqualTo(begun(by(Algorithm.LEAST_CONNECTIONS)));
    }

    private static long ended(ComparedSide side) {
        return side.outcomes().values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void aRunDoesNotDifferFromItself() {
        ComparedDesign design = by(Algorithm.RANDOM);
        RunComparison comparison = compared(design, design, 0, 20 * SECOND);
        assertThat(comparison.pairs()).isEqualTo(ended(comparison.a())).isGreaterThan(10_000);
        assertThat(comparison.latency().difference()).isZero();
        assertThat(comparison.latency().paired().halfWidth()).isZero();
        assertThat(comparison.latency().unpaired().halfWidth()).isPositive();
        assertThat(comparison.a().whole().digest())
                .isEqualTo(comparison.b().whole().digest());
    }

    /** With queues out of the way, what is left of a request's latency is its own demand, wherever it goes. */
    @Test
    void demandsBelongToRequestsAndNotToServers() {
        Topology calm = sample("three-servers").withScenario(List.of());
        List<Long> first = latencies(calm, Algorithm.ROUND_ROBIN);
        List<Long> second = latencies(calm, Algorithm.RANDOM);
        long equal = 0;
        for (int i = 0; i < first.size(); i++) {
            equal += first.get(i).equals(second.get(i)) ? 1 : 0;
        }
        assertThat(first).hasSameSizeAs(second);
        assertThat(equal).isGreaterThan(first.size() / 2);
    }

    private static List<Long> latencies(Topology topology, Algorithm algorithm) {
        java.util.TreeMap<Long, Long> byNumber = new java.util.TreeMap<>();
        Command set = new Command.SetAlgorithm("lb-1", Balancing.of(algorithm));
        Replay replay = new Replay(topology, List.of(new Run.Entry(0, 0, set)));
        replay.run().listen((_, number, at, nanos, _) -> {
            if (at < 100_000_000) {
                byNumber.put(number, nanos);
            }
        });
        replay.runUntil(SECOND);
        return List.copyOf(byNumber.values());
    }

    @Test
    void beforeTheBranchNothingIsCompared() {
        Topology start = sample("three-servers").withScenario(List.of());
        ComparedDesign kept = new ComparedDesign("kept", start, List.of());
        ComparedDesign slowed = new ComparedDesign(
                "slowed", start, List.of(new Run.Entry(10 * SECOND, Replay.AFTER_ALL, new Command.Slow("s2", 2))));
        RunComparison whole = compared(kept, slowed, 0, 20 * SECOND);
        RunComparison since = compared(kept, slowed, 10 * SECOND, 20 * SECOND);
        assertThat(since.fromNanos()).isEqualTo(10 * SECOND);
        assertThat(since.pairs()).isLessThan(whole.pairs());
        assertThat(since.latency().difference())
                .isGreaterThan(1.5 * whole.latency().difference());
        assertThat(since.latency().paired().covers(since.latency().difference()))
                .isFalse();
    }

    @Test
    void lookingOnTheWayChangesNothing() {
        ComparedDesign a = by(Algorithm.ROUND_ROBIN);
        ComparedDesign b = by(Algorithm.LEAST_CONNECTIONS);
        PairedRuns watched = new PairedRuns(a, b, 0, 5 * SECOND);
        double progress = 0;
        while (watched.advance()) {
            assertThat(watched.progress()).isGreaterThan(progress);
            progress = watched.progress();
            assertThat(watched.result().untilNanos()).isEqualTo(Math.round(progress * 5 * SECOND));
        }
        assertThat(watched.result()).isEqualTo(compared(a, b, 0, 5 * SECOND));
        assertThat(watched.progress()).isEqualTo(1);
    }

    /** The lower level of what both runs share is the same noise, so the paired interval is far narrower. */
    @Test
    void pairingNarrowsTheInterval() {
        RunComparison comparison = compared(by(Algorithm.ROUND_ROBIN), by(Algorithm.RANDOM), 0, 60 * SECOND);
        assertThat(comparison.latency().gain()).isGreaterThan(2);
    }

    @Test
    void runsOfDifferentSeedsAreNotPaired() {
        ComparedDesign design = by(Algorithm.RANDOM);
        Assertions.assertThatThrownBy(() -> new PairedRuns(design, design.withSeed(7), 0, SECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCurveGoesThroughThePercentilesOfTheReportAndEachMeanHasItsInterval() {
        RunComparison comparison = compared(by(Algorithm.ROUND_ROBIN), by(Algorithm.LEAST_CONNECTIONS), 0, 10 * SECOND);
        ComparedSide a = comparison.a();
        List<LatencyCurve.Point> points = a.curve().points();
        assertThat(points).extracting(LatencyCurve.Point::nanos).isSorted();
        assertThat(points).extracting(LatencyCurve.Point::part).isSorted().startsWith(0.01);
        assertThat(points)
                .contains(
                        new LatencyCurve.Point(0.5, a.latency().p50Nanos()),
                        new LatencyCurve.Point(0.9, a.latency().p90Nanos()),
                        new LatencyCurve.Point(0.99, a.latency().p99Nanos()));
        assertThat(points.getLast().nanos()).isEqualTo(a.latency().p999Nanos());
        // For means that do not depend on each other, Welch's interval of the difference is near the root of both
        // squares.
        Difference latency = comparison.latency();
        assertThat(Math.hypot(latency.ofA().halfWidth(), latency.ofB().halfWidth()))
                .isCloseTo(latency.unpaired().halfWidth(), Assertions.withinPercentage(5));
    }

    @Test
    void aDesignIsBalancedByAnotherAlgorithmFromTheBeginningOn() {
        ComparedDesign design = ComparedDesign.of(sample("three-servers")).balancedBy(Algorithm.RANDOM);
        assertThat(design.name()).endsWith(", random");
        assertThat(design.log()).isEqualTo(by(Algorithm.RANDOM).log());
    }
}
