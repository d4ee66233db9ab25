package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.BalancerPairs.LATENCY;
import static roundhouse.simulation.testing.BalancerPairs.RATE;
import static roundhouse.simulation.testing.BalancerPairs.VERSION_2;
import static roundhouse.simulation.testing.BalancerPairs.afterTenSeconds;
import static roundhouse.simulation.testing.BalancerPairs.assertRoles;
import static roundhouse.simulation.testing.BalancerPairs.balancer;
import static roundhouse.simulation.testing.BalancerPairs.beating;
import static roundhouse.simulation.testing.BalancerPairs.pair;
import static roundhouse.simulation.testing.BalancerPairs.recovered;
import static roundhouse.simulation.testing.BalancerPairs.takeovers;
import static roundhouse.simulation.testing.BalancerPairs.usual;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.tracing.Trace;
import roundhouse.simulation.testing.Systems;
import roundhouse.simulation.testing.Traces;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.Heartbeat;

/** A pair of balancers under one address: who is active, how long a takeover takes, and what it costs. */
class VrrpPairTest {
    /** 3 intervals of a second and the skew of priority 100, (256 − 100) / 256 of an interval. */
    private static final long MASTER_DOWN = 3 * SECOND + 156 * SECOND / 256;

    @Test
    void inTheSteadyStateTheOneOfHigherPriorityTakesAll() {
        Run run = Run.of(pair(1, balancer("lb-1", 100, true), balancer("lb-2", 150, true)));
        run.runUntil(60 * SECOND);
        assertThat(node(run.report(), "lb-1").picked()).isZero();
        assertThat(node(run.report(), "lb-2").picked()).isEqualTo(run.report().requests());
        assertRoles(run, PairRole.STANDBY, PairRole.ACTIVE);
        assertThat(takeovers(run)).isEmpty();
        assertThat(transcript(run)).isEmpty();
    }

    @Test
    void atEqualPrioritiesTheFirstIsActive() {
        Run run = Run.of(pair(1, balancer("lb-1", 100, true), balancer("lb-2", 100, true)));
        run.runUntil(10 * SECOND);
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
    }

    @Test
    void whatTheStandbyPickedIsNothing() {
        Run run = Run.of(usual(1));
        run.runUntil(10 * SECOND);
        Frame frame = frame(run);
        assertThat(frame.linkShare[3]).isEqualTo(1);
        assertThat(frame.linkShare[4]).isZero();
    }

    @Test
    void heartbeatsAreOnTheirWayAndNoRequests() {
        Run run = Run.of(usual(1));
        run.runUntil(SECOND + LATENCY / 2);
        Frame frame = frame(run);
        int seen = 0;
        for (int hop = 0; hop < frame.hops; hop++) {
            if (frame.kind[hop] == HopKind.HEARTBEAT) {
                seen++;
                assertThat(frame.link[hop]).isEqualTo(2);
                assertThat(frame.along[hop]).isEqualTo(0.5f);
            }
        }
        assertThat(seen).isEqualTo(1);
        assertThat(frame.linkRate[2]).isZero();
        assertThat(frame.target[1]).isEqualTo(TargetState.ADDRESS_ELSEWHERE);
    }

    /** 200 crashes at random times: the standby takes over three intervals and its skew after the last heartbeat it heard. */
    @Test
    void takeoverTimeIsWithinTheBoundsOfTheFormula() {
        SplittableRandom random = new SplittableRandom(33);
        for (int seed = 0; seed < 200; seed++) {
            long crash = 5 * SECOND + random.nextLong(10 * SECOND);
            Run run = Run.of(usual(seed));
            run.runUntil(crash);
            run.apply(new Command.Crash("lb-1"));
            run.runUntil(crash + 5 * SECOND);
            Report report = run.report();
            List<TranscriptLine> takeovers = takeovers(run);
            assertThat(takeovers).as("seed %d, crash at %d ns", seed, crash).hasSize(1);
            assertThat(takeovers.getFirst().text()).startsWith("lb-2 ");
            long gap = takeovers.getFirst().timeNanos() - crash;
            // The last heartbeat set out up to an interval before the crash; microseconds are rounded up.
            assertThat(gap)
                    .as("seed %d, crash at %d ns", seed, crash)
                    .isBetween(MASTER_DOWN + LATENCY - SECOND, MASTER_DOWN + LATENCY + 1_000);
            long lost =
                    report.outcomes().get(Outcome.REFUSED) + report.outcomes().get(Outcome.FAILED);
            // Requests that were under way when it crashed or took over are the latencies' worth.
            assertThat(lost)
                    .as("seed %d, gap of %d ns", seed, gap)
                    .isBetween(gap * RATE / SECOND - 5, gap * RATE / SECOND + 5);
        }
    }

    @Test
    void theOneOfHigherPriorityTakesTheAddressBack() {
        Run run = recovered(usual(1), 40);
        assertThat(transcript(run))
                .filteredOn(line -> line.contains("address") || line.contains("stepped"))
                .containsExactly(
                        "lb-2 took over the address, 3.609 s after the last heartbeat of lb-1; " + VERSION_2,
                        "lb-1 took the address back from lb-2: priority 150 over 100",
                        "lb-2 stepped down: lb-1 has priority");
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
        long before = node(run.report(), "lb-2").picked();
        run.runUntil(50 * SECOND);
        assertThat(node(run.report(), "lb-2").picked()).isEqualTo(before);
    }

    @Test
    void withoutPreemptionTheAddressStays() {
        Run run = recovered(pair(1, balancer("lb-1", 150, false), balancer("lb-2", 100, true)), 60);
        assertRoles(run, PairRole.STANDBY, PairRole.ACTIVE);
        assertThat(takeovers(run)).hasSize(1);
    }

    @Test
    void aReplayIsTheSame() {
        Run run = recovered(usual(7), 40);
        Replay again = new Replay(usual(7), run.log());
        again.runUntil(40 * SECOND);
        assertThat(again.run().digest()).isEqualTo(run.digest());
    }

    @Test
    void anOwnerThatComesBackTakesTheAddressFromWhoHasIt() {
        Run run = Run.of(pair(1, balancer("lb-1", 255, true), balancer("lb-2", 254, true))
                .withScenario(List.of(
                        Systems.at(10, new Command.Crash("lb-1")), Systems.at(25, new Command.Recover("lb-1")))));
        run.runUntil(40 * SECOND);
        assertThat(String.join("\n", transcript(run)))
                .containsOnlyOnce("took over the address")
                .contains("lb-1 took the address back from lb-2: priority 255 over 254")
                .contains("lb-2 stepped down: lb-1 has priority")
                .doesNotContain("split brain")
                .doesNotContain("heartbeat of lb-2");
    }

    @Test
    void whoComesBackToSilenceHasHeardNothingSince() {
        Run run = Run.of(pair(1, balancer("lb-1", 150, true), balancer("lb-2", 100, true))
                .withScenario(List.of(
                        Systems.at(10, new Command.Crash("lb-1")),
                        Systems.at(20, new Command.Crash("lb-2")),
                        Systems.at(25, new Command.Recover("lb-1")))));
        run.runUntil(40 * SECOND);
        assertThat(String.join("\n", transcript(run)))
                .contains("lb-1 took over the address: in 3.414 s it heard no heartbeat of lb-2");
    }

    /**
     * Priority 100 at intervals of 2 s: the skew is 156/256 of a second in version 2, of the interval in version 3. The last
     * heartbeat before 10.5 s was that of 10 s.
     */
    @ParameterizedTest
    @CsvSource({"2, 16609375, 609.375 ms", "3, 17218750, 1.219 s"})
    void theVersionDecidesTheSkew(int version, long micros, String skew) {
        Run run = Run.of(beating(usual(1), new Heartbeat(Duration.ofSeconds(2), 3, version)));
        run.runUntil(10 * SECOND + SECOND / 2);
        run.apply(new Command.Crash("lb-1"));
        run.runUntil(30 * SECOND);
        assertThat(takeovers(run)).hasSize(1);
        assertThat(takeovers(run).getFirst().timeNanos()).isEqualTo(micros * 1_000 + LATENCY);
        assertThat(takeovers(run).getFirst().text())
                .endsWith("; VRRP version " + version + " waits for 3 × 2 s and a skew of " + skew);
    }

    /** 300 ms and 156/256 of that. */
    @Test
    void withoutAVersionTheIntervalDecides() {
        assertThat(new Heartbeat(Duration.ofSeconds(7), 3).vrrp()).isEqualTo(2);
        assertThat(new Heartbeat(Duration.ofMillis(100), 3).vrrp()).isEqualTo(3);
        Run run =
                afterTenSeconds(beating(usual(1), new Heartbeat(Duration.ofMillis(100), 3)), new Command.Crash("lb-1"));
        run.runUntil(20 * SECOND);
        assertThat(takeovers(run).getFirst().text())
                .endsWith("; VRRP version 3 waits for 3 × 100 ms and a skew of 60.937 ms");
    }

    @Test
    void atEqualPrioritiesWhoComesBackStaysTheStandby() {
        Run run = recovered(pair(1, balancer("lb-1", 100, true), balancer("lb-2", 100, true)), 40);
        assertRoles(run, PairRole.STANDBY, PairRole.ACTIVE);
        assertThat(transcript(run))
                .contains("lb-1 stays the standby: at equal priorities of 100 the address stays with lb-2");
    }

    @Test
    void whoDoesNotPreemptSaysSo() {
        Run run = recovered(pair(1, balancer("lb-1", 150, false), balancer("lb-2", 100, true)), 40);
        assertThat(transcript(run))
                .containsOnlyOnce("lb-1 stays the standby, though its priority 150 is over 100: it does not preempt");
    }

    /** What the first request after so many seconds is told of the balancer that it did not go to. */
    private static String why(Topology topology, int seconds, String other) {
        Trace trace = Traces.trace(topology, seconds * RATE + 1);
        Pick.Ground.Algorithm ground =
                (Pick.Ground.Algorithm) trace.picks().getFirst().ground();
        return ground.explanation().candidates().stream()
                .filter(candidate -> candidate.name().equals(other))
                .map(Explanation.Candidate::excluded)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestIsToldWhyTheOtherOneHasNotTheAddress() {
        List<TimedCommand> downAndBack =
                List.of(Systems.at(10, new Command.Crash("lb-1")), Systems.at(20, new Command.Recover("lb-1")));
        Topology usual = usual(1).withScenario(downAndBack);
        assertThat(why(usual, 5, "lb-2")).isEqualTo("standby by VRRP version 2: priority 100 below 150");
        assertThat(why(usual, 15, "lb-1")).isEqualTo("down; lb-2 has the address");
        assertThat(why(usual, 22, "lb-1"))
                .isEqualTo(
                        "standby by VRRP version 2: it has not waited long enough yet to take the address from priority 100");
        assertThat(why(
                        pair(1, balancer("lb-1", 150, false), balancer("lb-2", 100, true))
                                .withScenario(downAndBack),
                        25,
                        "lb-1"))
                .isEqualTo("standby by VRRP version 2: it does not preempt lb-2 of priority 100");
        assertThat(why(
                        beating(
                                pair(1, balancer("lb-1", 100, true), balancer("lb-2", 100, true)),
                                new Heartbeat(Duration.ofSeconds(1), 3, 3)),
                        5,
                        "lb-2"))
                .isEqualTo("standby by VRRP version 3: at equal priorities of 100 the address stays with lb-1");
    }
}
