package roundhouse.simulation.observing.expecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.traffic.Arrivals;

/** What is measured for an expectation, against figures that can be worked out by hand or counted otherwise. */
public final class ExpectationsTest {
    /** A request each 10 ms that takes 4 ms on the only core; ten times as long from 2 s on, when the queue begins to grow. */
    private static final Topology STEADY_THEN_SLOW = queue(
                    1, poisson(0).arrivals(new Arrivals.Constant(100)), server("s", 1, fixed(4_000)))
            .withScenario(List.of(at(2, new Command.Slow("s", 10))));

    /** Crashes at 1 s and is back at 2 s. */
    private static final Topology DOWN_FOR_A_SECOND = queue(
                    1, poisson(0).arrivals(new Arrivals.Constant(100)), server("s", 1, fixed(4_000)))
            .withScenario(List.of(at(1, new Command.Crash("s")), at(2, new Command.Recover("s"))));

    public static Expectation expectation(String text) {
        return switch (Expectation.parse(text)) {
            case Units.Parsed.Value<Expectation>(Expectation expectation) -> expectation;
            case Units.Parsed.Wrong<Expectation>(String reason) -> throw new AssertionError(text + ": " + reason);
        };
    }

    private static Topology expecting(Topology topology, String... texts) {
        return topology.withExpect(
                Stream.of(texts).map(ExpectationsTest::expectation).toList());
    }

    private static List<Verdict> verdicts(Topology topology, double seconds, String... texts) {
        return Systems.run(expecting(topology, texts), seconds).verdicts();
    }

    private static double measured(Topology topology, double seconds, String text) {
        return switch (verdicts(topology, seconds, text).getFirst()) {
            case Verdict.Met met -> met.measured();
            case Verdict.Missed missed -> missed.measured();
            case Verdict.Unknown unknown -> throw new AssertionError(text + ": " + unknown.reason());
        };
    }

    @Test
    void figuresOfAPartOfTheRunLeaveOutTheRest() {
        assertThat(measured(STEADY_THEN_SLOW, 4, "requests = 100 during 1s..2s"))
                .isEqualTo(100);
        assertThat(measured(STEADY_THEN_SLOW, 4, "utilization of s < 50% during 1s..2s"))
                .isCloseTo(40, within(0.01));
        assertThat(measured(STEADY_THEN_SLOW, 4, "utilization of s < 50% during 2s..4s"))
                .isCloseTo(100, within(0.5));
        assertThat(measured(STEADY_THEN_SLOW, 4, "mean < 5ms during 0s..2s")).isEqualTo(4_000_000);
        assertThat(measured(STEADY_THEN_SLOW, 4, "max < 5ms during 0s..2s")).isEqualTo(4_000_000);
        assertThat(measured(STEADY_THEN_SLOW, 4, "p99 of s < 5ms during 0s..2s"))
                .isCloseTo(4_000_000, within(40_000.0));
        assertThat(measured(STEADY_THEN_SLOW, 4, "throughput > 90/s during 0s..2s"))
                .isCloseTo(100, within(0.6));
        assertThat(measured(STEADY_THEN_SLOW, 4, "throughput > 90/s during 3s..4s"))
                .isCloseTo(25, within(1.0));
        assertThat(measured(STEADY_THEN_SLOW, 4, "max queue of s = 0 during 0s..2s"))
                .isZero();
        // A request in 10 ms comes, one in 40 ms leaves: 75 more a second.
        assertThat(measured(STEADY_THEN_SLOW, 4, "max queue of s > 10 during 2s..3s"))
                .isCloseTo(75, within(2.0));
        assertThat(measured(STEADY_THEN_SLOW, 4, "mean queue of s > 10 during 2s..3s"))
                .isCloseTo(37.5, within(1.5));
        assertThat(measured(STEADY_THEN_SLOW, 4, "mean in-flight of s < 1 during 1s..2s"))
                .isCloseTo(0.4, within(0.001));
        assertThat(measured(STEADY_THEN_SLOW, 4, "max wait of s = 0s during 0s..2s"))
                .isZero();
    }

    @Test
    void partsThatOverlapDoNotDisturbEachOther() {
        List<String> texts = List.of(
                "max < 1s",
                "max < 1s during 0s..2s",
                "max < 1s during 1s..3s",
                "max queue of s < 1 during 2.5s..3s",
                "max queue of s < 1 during 0s..3s",
                "p50 of s < 1s during 1.5s..2.5s");
        List<Verdict> together = verdicts(STEADY_THEN_SLOW, 4, texts.toArray(String[]::new));
        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i))
                    .as(texts.get(i))
                    .isEqualTo(verdicts(STEADY_THEN_SLOW, 4, texts.get(i)).getFirst());
        }
    }

    @Test
    void outcomesAreCountedOrSharesOfAllThatEnded() {
        assertThat(measured(DOWN_FOR_A_SECOND, 4, "refused = 0 during 1s..2s")).isCloseTo(100, within(1.0));
        assertThat(measured(DOWN_FOR_A_SECOND, 4, "refused = 0% during 1s..2s")).isCloseTo(100, within(1.0));
        assertThat(measured(DOWN_FOR_A_SECOND, 4, "refused of s = 0% during 0s..2s"))
                .isCloseTo(50, within(0.5));
        assertThat(measured(DOWN_FOR_A_SECOND, 4, "ok = 100% during 2s..4s")).isEqualTo(100);
        assertThat(measured(DOWN_FOR_A_SECOND, 4, "failed = 0")).isLessThanOrEqualTo(1);
    }

    @Test
    void withoutAPartItIsAllButTheWarmUpAndAgreesWithTheReport() {
        Topology topology = balanced(7, poisson(1_500), Algorithm.RANDOM, 3).withWarmUp(Duration.ofSeconds(3));
        Report report = Systems.run(
                expecting(
                        topology,
                        "mean < 1s",
                        "p99 < 1s",
                        "max < 1s",
                        "p99.9 of s1 < 1s",
                        "p90 wait of s1 < 1s",
                        "max queue of s2 < 1000",
                        "mean queue of s2 < 1000",
                        "max in-flight of users < 1000",
                        "utilization of s3 < 100%"),
                20);
        Report.NodeReport s1 = Systems.node(report, "s1");
        assertThat(report.verdicts())
                .extracting(verdict -> ((Verdict.Met) verdict).measured())
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-9 * Math.abs(b) ? 0 : Double.compare(a, b))
                .containsExactly(
                        report.latency().meanNanos(),
                        (double) report.latency().p99Nanos(),
                        (double) report.latency().maxNanos(),
                        (double) s1.latency().p999Nanos(),
                        (double) s1.waiting().p90Nanos(),
                        (double) Systems.node(report, "s2").queue().max(),
                        Systems.node(report, "s2").queue().mean(),
                        (double) Systems.node(report, "users").inFlight().max(),
                        100 * Systems.node(report, "s3").utilization());
        double requests = measured(topology, 20, "requests > 0");
        assertThat(requests)
                .isEqualTo(report.requests() - Systems.run(topology, 3).requests());
    }

    @Test
    void sayWhatWasMeasuredAndByHowMuchItMissed() {
        assertThat(verdicts(
                        STEADY_THEN_SLOW,
                        4,
                        "mean < 3ms during 0s..2s",
                        "mean < 4ms during 0s..2s",
                        "requests > 120 during 1s..2s",
                        "requests = 99 during 1s..2s",
                        "mean <= 4ms during 0s..2s"))
                .extracting(verdict -> verdict.state() + ": " + verdict.finding())
                .containsExactly(
                        "missed: measured 4 ms, 1 ms too much",
                        "missed: measured 4 ms, which is not less",
                        "missed: measured 100, 20 too little",
                        "missed: measured 100, 1 too much",
                        "met: measured 4 ms");
    }

    @Test
    void whatCannotBeJudgedSaysWhy() {
        assertThat(verdicts(STEADY_THEN_SLOW, 2, "ok > 5 during 1s..3s").getFirst())
                .isEqualTo(new Verdict.Unknown(expectation("ok > 5 during 1s..3s"), "the run has not got to 3s"));
        assertThat(verdicts(STEADY_THEN_SLOW.withWarmUp(Duration.ofSeconds(5)), 2, "ok > 5")
                        .getFirst()
                        .finding())
                .isEqualTo("the warm-up is not over");
        assertThat(verdicts(DOWN_FOR_A_SECOND, 4, "p99 < 5ms during 1.1s..1.9s")
                        .getFirst()
                        .finding())
                .isEqualTo("nothing happened that it is about");
        Topology removed = STEADY_THEN_SLOW.withScenario(List.of(at(1, new Command.Remove("s"))));
        assertThat(verdicts(removed, 3, "ok of s > 5 during 2s..3s").getFirst().finding())
                .isEqualTo("s is not there");
    }

    @Test
    void aNodeThatWasRemovedIsMeasuredWhileItWasThere() {
        Topology removed = STEADY_THEN_SLOW.withScenario(List.of(at(1, new Command.Remove("s"))));
        assertThat(measured(removed, 3, "ok of s < 50")).isEqualTo(99);
        assertThat(measured(removed, 3, "throughput of s < 50/s")).isCloseTo(99, within(0.5));
        assertThat(measured(removed, 3, "utilization of s < 10%")).isCloseTo(40, within(0.5));
        assertThat(measured(removed, 3, "mean in-flight of s < 0.1")).isCloseTo(0.4, within(0.005));
        assertThat(measured(removed, 3, "p99 of s < 1ms")).isCloseTo(4e6, within(1e5));
        Topology replaced = STEADY_THEN_SLOW.withScenario(List.of(
                at(1, new Command.Remove("s")),
                at(2, new Command.Add(server("s", 1, fixed(4_000)), List.of(Systems.link("users", "s"))))));
        assertThat(measured(replaced, 3, "ok of s < 50"))
                .as("both of that name")
                .isCloseTo(198, within(2.0));
        assertThat(measured(replaced, 3, "throughput of s < 50/s")).isCloseTo(99, within(1.0));
    }

    @Test
    void aNodeThatComesLaterIsMeasuredFromThen() {
        Topology later = Deletion.of(STEADY_THEN_SLOW, Set.of("s"))
                .withScenario(List.of(
                        at(1, new Command.Add(server("s", 1, fixed(4_000)), List.of(Systems.link("users", "s"))))));
        assertThat(measured(later, 3, "utilization of s < 50% during 0s..3s")).isCloseTo(40, within(0.5));
        assertThat(measured(later, 3, "mean in-flight of s < 5 during 0s..3s")).isCloseTo(0.4, within(0.005));
    }

    @Test
    void doNotChangeTheRun() {
        Topology topology = balanced(7, poisson(1_500), Algorithm.LEAST_CONNECTIONS, 3);
        Report without = Systems.run(topology, 5);
        Report with = Systems.run(
                expecting(topology, "p99 < 1s during 1s..2s", "max queue of s1 < 9 during 1.5s..3s", "failed = 0"), 5);
        assertThat(with.digest()).isEqualTo(without.digest());
        assertThat(with.nodes()).isEqualTo(without.nodes());
        assertThat(with.latency()).isEqualTo(without.latency());
    }

    @Test
    void areTheSameHoweverTheRunIsCutIntoPieces() {
        Topology topology = expecting(
                balanced(7, poisson(1_500), Algorithm.LEAST_CONNECTIONS, 3),
                "p99 < 1s during 1s..2s",
                "max queue of s1 < 9 during 1.5s..3s",
                "failed = 0");
        Run pieces = Run.of(topology);
        Frame frame = new Frame();
        for (long time = 0; time <= 4 * SECOND; time += 7_777_777) {
            pieces.runUntil(time);
            pieces.observe(frame);
        }
        pieces.runUntil(4 * SECOND);
        assertThat(pieces.report().verdicts())
                .isEqualTo(Systems.run(topology, 4).verdicts())
                .hasSize(3);
    }

    @Test
    void writtenWhileItRunsTheyAreOfTheRestOrSaySo() {
        Run run = Run.of(STEADY_THEN_SLOW);
        run.runUntil(SECOND + SECOND / 2);
        run.apply(new Command.Revise(
                expecting(STEADY_THEN_SLOW, "requests = 100 during 1s..2s", "requests = 100 during 2s..3s")));
        run.runUntil(4 * SECOND);
        assertThat(run.report().verdicts().getFirst()).isInstanceOf(Verdict.Unknown.class);
        assertThat(run.report().verdicts().getLast()).isInstanceOf(Verdict.Met.class);
    }
}
