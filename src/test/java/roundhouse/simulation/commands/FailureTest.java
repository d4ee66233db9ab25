package roundhouse.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balanced;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.transcript;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.traffic.Arrivals;

class FailureTest {
    /** Requests each 10 ms that take 25 ms on one core: at 1 s the server holds those it has not finished. */
    private static Topology busy() {
        return queue(1, poisson(0).arrivals(new Arrivals.Constant(100)), server("s", 1, fixed(25_000)));
    }

    @Test
    void aCrashLosesWhatIsThereAndRefusesWhatComes() {
        Run run = Run.of(busy());
        run.runUntil(SECOND);
        long there = node(run.report(), "s").inFlight().max();
        run.apply(new Command.Crash("s"));
        assertThat(transcript(run)).containsExactly("s crashed; " + there + " requests lost");
        run.runUntil(2 * SECOND + 5_000_000);
        Report report = run.report();
        assertThat(report.outcomes().get(Outcome.FAILED)).isEqualTo(there);
        assertThat(report.outcomes().get(Outcome.REFUSED)).isEqualTo(100);
        Frame frame = frame(run);
        assertThat(frame.condition[1]).isEqualTo(NodeState.DOWN);
        assertThat(frame.sinceNanos[1]).isEqualTo(SECOND);
        run.apply(new Command.Recover("s"));
        run.runUntil(2 * SECOND + 36_000_000);
        assertThat(run.report().outcomes().get(Outcome.OK))
                .isEqualTo(report.outcomes().get(Outcome.OK) + 1);
    }

    @Test
    void slownessTakesEffectForServicesThatStart() {
        Run run = Run.of(queue(1, poisson(0).arrivals(new Arrivals.Constant(10)), server("s", 1, fixed(20_000))));
        run.runUntil(110_000_000);
        run.apply(new Command.Slow("s", 3));
        run.runUntil(150_000_000);
        assertThat(run.report().latency().maxNanos()).isEqualTo(20_000_000);
        run.runUntil(300_000_000);
        assertThat(run.report().latency().maxNanos()).isEqualTo(60_000_000);
        run.apply(new Command.Slow("s", 1));
        assertThat(transcript(run))
                .containsExactly("s is 3× slower", "s is back to its own speed; requests took 40 ms there on average");
    }

    @Test
    void aBalancerThatCrashedRefusesAndFailsWhatItPassedOn() {
        Run run = Run.of(balanced(3, poisson(1_000), Algorithm.ROUND_ROBIN, 2));
        run.runUntil(SECOND);
        run.apply(new Command.Crash("lb"));
        run.runUntil(2 * SECOND);
        Report down = run.report();
        assertThat(down.outcomes().get(Outcome.REFUSED)).isGreaterThan(800);
        assertThat(down.outcomes().get(Outcome.FAILED)).isPositive();
        run.apply(new Command.Recover("lb"));
        run.runUntil(3 * SECOND);
        assertThat(run.report().outcomes().get(Outcome.OK))
                .isGreaterThan(down.outcomes().get(Outcome.OK) + 800);
    }

    @Test
    void scenarioCommandsComeAtTheirTime() {
        Run run = Run.of(busy().withScenario(List.of(at(2, new Command.Recover("s")), at(1, new Command.Crash("s")))));
        run.runUntil(3 * SECOND);
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::timeNanos)
                .containsExactly(SECOND, 2 * SECOND);
        assertThat(transcript(run))
                .last()
                .isEqualTo(
                        "s recovered after 1 s; it refused 100 requests; clients saw 100 refused, 60 failed of 160 requests");
        assertThat(run.log()).isEmpty();
    }

    @Test
    void aRevisedScenarioReplacesWhatIsToCome() {
        Run run = Run.of(busy().withScenario(List.of(at(1, new Command.Crash("s")), at(2, new Command.Recover("s")))));
        run.runUntil(SECOND);
        run.apply(new Command.Revise(
                busy().withScenario(List.of(at(1, new Command.Crash("s")), at(3, new Command.Recover("s"))))));
        run.runUntil(4 * SECOND);
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::timeNanos)
                .containsExactly(SECOND, 3 * SECOND);
    }

    @Test
    void commandsAboutWhatIsMissingSaySo() {
        Run run = Run.of(busy());
        run.apply(new Command.Crash("ghost"));
        run.apply(new Command.Remove("ghost"));
        run.apply(new Command.SetWeight("lb", "s", 3));
        run.apply(new Command.SetAlgorithm("s", Balancing.of(Algorithm.RANDOM)));
        run.apply(new Command.Crash("users"));
        assertThat(transcript(run))
                .containsExactly(
                        "ghost is not there and cannot crash",
                        "ghost is not there and cannot be removed",
                        "link lb → s is not there and cannot be given a weight",
                        "s is no load balancer and cannot be given an algorithm",
                        "users are clients and cannot crash");
    }

    @Test
    void whatIsAddedServesAndWhatIsRemovedFinishes() {
        Run run = Run.of(balanced(3, poisson(1_000), Algorithm.ROUND_ROBIN, 2));
        run.runUntil(SECOND);
        run.apply(new Command.Add(server("s3", 2, fixed(1_000)), List.of(link("lb", "s3", fixed(200)))));
        run.runUntil(2 * SECOND);
        assertThat(node(run.report(), "s3").picked()).isBetween(250L, 420L);
        run.apply(new Command.Remove("s1"));
        run.runUntil(3 * SECOND);
        Report report = run.report();
        assertThat(report.nodes()).doesNotContainKey("s1");
        assertThat(report.outcomes().get(Outcome.OK) + report.unfinished())
                .as("nothing was lost")
                .isEqualTo(report.requests());
    }

    @Test
    void weightAndAlgorithmChangeWhileItRuns() {
        Run run = Run.of(balanced(3, poisson(1_000), Algorithm.WEIGHTED_ROUND_ROBIN, 2));
        run.runUntil(SECOND);
        long before = node(run.report(), "s1").picked();
        run.apply(new Command.SetWeight("lb", "s1", 0));
        run.runUntil(2 * SECOND);
        assertThat(node(run.report(), "s1").picked()).isEqualTo(before);
        run.apply(new Command.SetWeight("lb", "s1", 1));
        run.apply(new Command.SetAlgorithm("lb", Balancing.of(Algorithm.IP_HASH)));
        run.runUntil(3 * SECOND);
        assertThat(node(run.report(), "s1").picked()).isGreaterThan(before + 200);
        assertThat(run.topology().node("lb"))
                .hasValueSatisfying(lb -> assertThat(((roundhouse.topology.nodes.LoadBalancer) lb)
                                .balancing()
                                .algorithm())
                        .isEqualTo(Algorithm.IP_HASH));
    }

    @Test
    void aRevisionThatOnlyMovesNodesChangesNothing() {
        Topology topology = balanced(3, poisson(1_000), Algorithm.RANDOM, 3);
        Run run = Run.of(topology);
        run.runUntil(SECOND);
        run.apply(new Command.Revise(topology.at("s1", new roundhouse.topology.Position(10, 20))));
        run.runUntil(2 * SECOND);
        Run untouched = Run.of(topology);
        untouched.runUntil(2 * SECOND);
        assertThat(run.report().nodes()).isEqualTo(untouched.report().nodes());
        assertThat(transcript(run)).isEmpty();
    }
}
