package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.PickExplainer;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * A layer-4 balancer that passes on what crashed targets refuse: as long as the connection is not there the next target may have it,
 * over an open one the client is told and opens another. One user keeps its connection; links of 0.5 and 0.7 ms, 1 ms of service.
 */
class ConnectionPassOnTest {
    private static final long MS = 1_000_000;

    private Health health = Health.NONE;
    private double rate = 100;
    private @Nullable TargetGroup targets;
    /** Requests that went where their connection was given a target before. */
    private final List<String> pinned = new ArrayList<>();

    private Run run(int tries, int servers, double seconds, TimedCommand... scenario) {
        List<Node> nodes = new ArrayList<>(List.of(
                Systems.clients("users", new Arrivals.Constant(rate))
                        .users(1)
                        .keepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60))
                        .build(),
                Balancers.of(
                        "lb",
                        4,
                        Algorithm.ROUND_ROBIN,
                        Sticky.OFF,
                        health,
                        new FailoverPolicy(tries, Failure.NGINX, true, null))));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb", fixed(500))));
        for (int i = 1; i <= servers; i++) {
            nodes.add(server("s" + i, 4, fixed(1_000)));
            links.add(link("lb", "s" + i, fixed(700)));
        }
        Topology topology = system(1, nodes, links).withScenario(List.of(scenario));
        Run run = Run.of(topology, new RunObserver() {
            @Override
            public void picking(Attempt attempt, PickExplainer explainer) {
                targets = (TargetGroup) explainer;
            }

            @Override
            public void pinned(Attempt attempt, PickExplainer explainer, int target, long opener) {
                String name = ((TargetGroup) explainer).pool().name(target);
                pinned.add(attempt.order + " to " + name + " as " + opener);
            }
        });
        run.runUntil((long) (seconds * Systems.SECOND));
        return run;
    }

    /** Open connections that the balancer counts at each target. */
    private int[] open(int servers) {
        TargetGroup group = Objects.requireNonNull(targets);
        int[] open = new int[servers];
        for (int target = 0; target < servers; target++) {
            open[target] = group.pool().inFlight(target);
        }
        return open;
    }

    private static long count(Run run, Outcome outcome) {
        return run.report().outcomes().get(outcome);
    }

    private static long refused(Run run, String id) {
        return node(run.report(), id).outcomes().get(Outcome.REFUSED);
    }

    private static long picked(Run run, String id) {
        return node(run.report(), id).picked();
    }

    @Test
    void theFirstRequestOfAConnectionGoesToTheNextTarget() {
        Run run = run(2, 2, 1.005, at(0, new Command.Crash("s1")));
        assertThat(count(run, Outcome.OK)).isEqualTo(100);
        assertThat(refused(run, "s1")).as("once for the connection").isEqualTo(1);
        assertThat(picked(run, "s1")).isEqualTo(1);
        assertThat(picked(run, "s2")).isEqualTo(100);
        // To the balancer and back, to s1 and back, to s2 and back, and the service.
        assertThat(run.report().latency().maxNanos()).isBetween(4_800_000L, 4_810_000L);
        assertThat(open(2)).containsExactly(0, 1);
    }

    @Test
    void overAnOpenConnectionTheClientIsToldAndOpensAnother() {
        Run run = run(2, 3, 1.005, at(0.505, new Command.Crash("s1")), at(0.505, new Command.Crash("s2")));
        assertThat(count(run, Outcome.FAILED)).as("the one at 510 ms").isEqualTo(1);
        assertThat(count(run, Outcome.OK)).isEqualTo(99);
        assertThat(picked(run, "s1")).isEqualTo(51);
        // The next connection's turn is s2's, which refuses its first request; s3 has it from then on.
        assertThat(picked(run, "s2")).isEqualTo(1);
        assertThat(picked(run, "s3")).isEqualTo(49);
        assertThat(open(3)).containsExactly(0, 0, 1);
    }

    @Test
    void withNoTryLeftTheConnectionIsGivenUpAndCountedNowhere() {
        Run run = run(2, 3, 0.015, at(0, new Command.Crash("s1")), at(0, new Command.Crash("s2")));
        assertThat(count(run, Outcome.FAILED)).isEqualTo(1);
        assertThat(open(3)).containsExactly(0, 0, 0);
        run.runUntil(1_005 * MS);
        assertThat(count(run, Outcome.FAILED)).isEqualTo(1);
        assertThat(count(run, Outcome.OK)).isEqualTo(99);
        assertThat(picked(run, "s3")).isEqualTo(99);
        assertThat(open(3)).containsExactly(0, 0, 1);
    }

    @Test
    void aBalancerThatPassesNothingOnTellsTheClientAtOnce() {
        Run run = run(1, 2, 0.015, at(0, new Command.Crash("s1")));
        assertThat(count(run, Outcome.REFUSED)).isEqualTo(1);
        assertThat(picked(run, "s2")).isZero();
        assertThat(open(2)).containsExactly(0, 0);
    }

    /**
     * A request each half millisecond, and s1's refusal is back after 1.4 ms: the first three have been sent to it. The connection is
     * not there yet for any of them, and what came over it goes where it is opened in the end.
     */
    @Test
    void requestsThatCameBeforeTheRefusalFollowTheirConnection() {
        rate = 2_000;
        health = new Health(null, new Health.Passive(3, Duration.ofSeconds(10), Failure.NGINX), null, 0, Duration.ZERO);
        Run run = run(2, 2, 0.1, at(0, new Command.Crash("s1")));
        assertThat(refused(run, "s1")).isEqualTo(3);
        assertThat(count(run, Outcome.FAILED) + count(run, Outcome.REFUSED)).isZero();
        assertThat(count(run, Outcome.OK) + run.report().unfinished())
                .isEqualTo(run.report().requests());
        assertThat(picked(run, "s1")).isEqualTo(3);
        assertThat(open(2)).containsExactly(0, 1);
        assertThat(pinned)
                .as("whoever asks why is told both times")
                .contains("2 to s1 as 1", "3 to s1 as 1", "2 to s2 as 1", "3 to s2 as 1");
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::text)
                .as("it is held against who refused")
                .contains("lb left s1 out after 3 failed requests")
                .noneMatch(text -> text.contains("s2"));
    }
}
