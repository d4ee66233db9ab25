package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.system;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
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
import roundhouse.topology.LinkDirection;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.topology.nodes.traffic.Arrivals;

/** A pair of balancers under one address: who is active, how long a takeover takes, and what it costs. */
public class VrrpPairTest {
    private static final long MILLI = 1_000_000;
    private static final long RATE = 1_000;
    /** 3 intervals of a second and the skew of priority 100, (256 − 100) / 256 of an interval. */
    private static final long MASTER_DOWN = 3 * SECOND + 156 * SECOND / 256;

    private static final long LATENCY = 2 * MILLI;
    private static final String VERSION_2 = "VRRP version 2 waits for 3 × 1 s and a skew of 609.375 ms";

    public static LoadBalancer balancer(String id, int priority, boolean preempt) {
        return Systems.balancer(id, Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.FAILOVER, new VrrpSettings(priority, preempt));
    }

    static Link heartbeat() {
        return link("lb-1", "lb-2", fixed(LATENCY / 1_000)).with(Link.HEARTBEAT, Heartbeat.DEFAULT);
    }

    public static Topology pair(long seed, LoadBalancer one, LoadBalancer two) {
        return system(
                seed,
                List.of(
                        poisson(RATE).arrivals(new Arrivals.Constant(RATE)).build(),
                        one,
                        two,
                        bounded("s1", 8, fixed(1_000), 100, Integer.MAX_VALUE)),
                List.of(
                        link("users", "lb-1", fixed(1_000)),
                        link("users", "lb-2", fixed(1_000)),
                        heartbeat(),
                        link("lb-1", "s1", fixed(500)),
                        link("lb-2", "s1", fixed(500))));
    }

    private static Topology usual(long seed) {
        return pair(seed, balancer("lb-1", 150, true), balancer("lb-2", 100, true));
    }

    /** When a balancer became the active one, and which. */
    public static List<TranscriptLine> takeovers(Run run) {
        return run.notices().stream()
                .filter(line -> line.text().contains(" took over the address")
                        || line.text().contains(" took the address back"))
                .toList();
    }

    private static byte role(Run run, int node) {
        return frame(run).role[node];
    }

    private static void assertRoles(Run run, byte one, byte two) {
        assertThat(List.of(role(run, 1), role(run, 2))).containsExactly(one, two);
    }

    private static Run afterTenSeconds(Topology topology, Command command) {
        Run run = Run.of(topology);
        run.runUntil(10 * SECOND);
        run.apply(command);
        return run;
    }

    /** As it stands after so many seconds when lb-1 was down from the 10th to the 20th. */
    private static Run recovered(Topology topology, int seconds) {
        Run run = afterTenSeconds(topology, new Command.Crash("lb-1"));
        run.runUntil(20 * SECOND);
        run.apply(new Command.Recover("lb-1"));
        run.runUntil(seconds * SECOND);
        return run;
    }

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

    /** Only the heartbeat is cut: both are well and both are active, and the address goes to and fro. */
    @Test
    void splitBrain() {
        Run run = afterTenSeconds(usual(1), new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(15 * SECOND);
        assertRoles(run, PairRole.ACTIVE, PairRole.ACTIVE);
        long one = node(run.report(), "lb-1").picked();
        long two = node(run.report(), "lb-2").picked();
        run.runUntil(25 * SECOND);
        // Each has the address from its heartbeat to the other's, which comes 0.609375 s later within each second.
        assertThat(node(run.report(), "lb-1").picked() - one).isBetween(6_000L, 6_200L);
        assertThat(node(run.report(), "lb-2").picked() - two).isBetween(3_800L, 4_000L);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(30 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.STANDBY);
        assertThat(transcript(run))
                .filteredOn(line -> !line.contains("mended"))
                .containsExactly(
                        "link lb-1 → lb-2 is cut; no heartbeat gets through",
                        "lb-2 took over the address, 3.609 s after the last heartbeat of lb-1; " + VERSION_2,
                        "split brain: lb-1 and lb-2 are both active; the address moves with each heartbeat",
                        "lb-2 stepped down: lb-1 has priority",
                        "split brain over: only lb-1 is active");
        assertThat(run.report().outcomes().get(Outcome.REFUSED)).isZero();
    }

    /** What the standby says never matters while it is the standby. */
    @Test
    void cutTowardsTheActiveOneAloneNothingHappens() {
        Run run = afterTenSeconds(usual(1), new Command.Cut("lb-1", "lb-2", LinkDirection.REPLIES));
        run.runUntil(60 * SECOND);
        assertThat(takeovers(run)).isEmpty();
    }

    /** Heartbeats that are late once look like a death; the next one, from the better one, puts it right. */
    @Test
    void aSuddenDelayIsAFalseTakeover() {
        Run run = afterTenSeconds(usual(1), new Command.Delay("lb-1", "lb-2", Duration.ofSeconds(3), Duration.ZERO));
        run.runUntil(30 * SECOND);
        assertThat(takeovers(run)).hasSize(1);
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
    }

    /** A paused one does not know that it was replaced: when it goes on, both are active until they hear of each other. */
    @Test
    void whoWasPausedStillThinksItIsActive() {
        Run run = afterTenSeconds(usual(1), new Command.Pause("lb-1"));
        run.runUntil(20 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.ACTIVE);
        run.apply(new Command.Recover("lb-1"));
        assertRoles(run, PairRole.ACTIVE, PairRole.ACTIVE);
        run.runUntil(25 * SECOND);
        assertRoles(run, PairRole.ACTIVE, PairRole.STANDBY);
    }

    /** Two heartbeats in a row that are lost are no death: the third would have to be. */
    @Test
    void twoLostHeartbeatsAreNoDeath() {
        Run run = Run.of(usual(3));
        run.runUntil(10 * SECOND + 500 * MILLI);
        run.apply(new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(12 * SECOND + 500 * MILLI);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(60 * SECOND);
        assertThat(takeovers(run)).isEmpty();
    }

    @Test
    void withoutTheHeartbeatThereIsNoPair() {
        Topology pair = usual(1);
        Topology apart = pair.withLinks(
                pair.links().stream().filter(link -> !link.isHeartbeat()).toList());
        Run run = afterTenSeconds(pair, new Command.Revise(apart));
        run.runUntil(20 * SECOND);
        assertThat(role(run, 1)).isEqualTo(PairRole.ALONE);
        assertThat(node(run.report(), "lb-2").picked()).isPositive();
        run.apply(new Command.Revise(usual(1)));
        run.runUntil(30 * SECOND);
        assertThat(role(run, 2)).isEqualTo(PairRole.STANDBY);
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
    void anOwnerThatComesBackUnheardIsASplitFromTheNextHeartbeatOn() {
        Run run = Run.of(pair(1, balancer("lb-1", 255, true), balancer("lb-2", 254, true))
                .withScenario(List.of(
                        Systems.at(10, new Command.Crash("lb-1")),
                        Systems.at(20, new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH)),
                        Systems.at(25, new Command.Recover("lb-1")))));
        run.runUntil(40 * SECOND);
        assertThat(String.join("\n", transcript(run)))
                .containsSubsequence(
                        "lb-1 took the address back from lb-2", "lb-1 recovered", "split brain: lb-1 and lb-2");
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

    private static Topology beating(Topology pair, Heartbeat heartbeat) {
        return pair.with(heartbeat().with(Link.HEARTBEAT, heartbeat));
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

    /** The active one, the standby, one that is down: the other one has the address at once. */
    @ParameterizedTest
    @CsvSource({
        "lb-1, '', 'lb-2 has the address alone: lb-1, which was active, was removed'",
        "lb-2, '', 'lb-1 has the address alone: lb-2, which was the standby, was removed'",
        "lb-1, lb-1, 'lb-2 has the address alone: lb-1, which was down, was removed'",
        "lb-1, lb-2, 'lb-2, which is down, has the address alone: lb-1, which was active, was removed'"
    })
    void aMemberThatIsRemovedLeavesTheAddressToTheOther(String removed, String down, String told) {
        Run run = Run.of(usual(1));
        run.runUntil(10 * SECOND);
        if (!down.isEmpty()) {
            run.apply(new Command.Crash(down));
        }
        run.apply(new Command.Remove(removed));
        run.runUntil(12 * SECOND);
        assertThat(transcript(run)).contains(told);
        assertThat(takeovers(run)).isEmpty();
        assertThat(node(run.report(), removed.equals("lb-1") ? "lb-2" : "lb-1").picked())
                .isPositive();
    }

    @Test
    void aHeartbeatThatIsRemovedEndsThePair() {
        Topology pair = usual(1);
        Topology apart = pair.withLinks(
                pair.links().stream().filter(link -> !link.isHeartbeat()).toList());
        Run run = afterTenSeconds(pair, new Command.Revise(apart));
        assertThat(transcript(run))
                .contains("lb-1 and lb-2 are no pair any more, without a heartbeat: each has an address of its own");
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

    @Test
    void atEqualPrioritiesTheGreaterAddressEndsASplit() {
        Run run = afterTenSeconds(
                pair(1, balancer("lb-1", 100, true), balancer("lb-2", 100, true)),
                new Command.Cut("lb-1", "lb-2", LinkDirection.BOTH));
        run.runUntil(15 * SECOND);
        run.apply(new Command.Mend("lb-1", "lb-2"));
        run.runUntil(20 * SECOND);
        assertThat(transcript(run))
                .contains("lb-2 stepped down: at equal priorities of 100 the greater address wins, which is lb-1's");
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
