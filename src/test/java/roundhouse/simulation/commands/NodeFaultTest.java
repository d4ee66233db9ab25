package roundhouse.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.balancer;
import static roundhouse.simulation.testing.Systems.bounded;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.happenings;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.ColdStart;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Every way in which a node can fail, on systems small enough to know each request's fate. */
class NodeFaultTest {
    private static final long MS = 1_000_000;

    /** Requests at every multiple of 1/rate seconds, given up after 200 ms; one core. */
    private static Topology steady(double rate, long serviceMicros) {
        return queue(
                1,
                poisson(0).arrivals(new Arrivals.Constant(rate)).timeout(Duration.ofMillis(200)),
                server("s", 1, fixed(serviceMicros)));
    }

    private static Topology behindBalancer(double rate, long serviceMicros) {
        return system(
                1,
                List.of(
                        poisson(0).arrivals(new Arrivals.Constant(rate)).build(),
                        balancer("lb", Algorithm.ROUND_ROBIN),
                        server("s", 1, fixed(serviceMicros))),
                List.of(link("users", "lb", fixed(1_000)), link("lb", "s", fixed(1_000))));
    }

    private static long count(Run run, Outcome outcome) {
        return run.report().outcomes().get(outcome);
    }

    @Test
    void aBlackHoleTellsNobody() {
        Run run = Run.of(steady(100, 5_000));
        run.runUntil(1_002 * MS);
        run.apply(new Command.Crash("s", CrashMode.BLACK_HOLE));
        assertThat(happenings(run)).containsExactly("s crashed and answers nothing; 1 request lost");
        assertThat(frame(run).inFlight[1]).isZero();
        run.runUntil(1_500 * MS);
        assertThat(count(run, Outcome.TIMED_OUT))
                .as("sent from 1.00 s to 1.30 s")
                .isEqualTo(31);
        run.apply(new Command.Recover("s"));
        run.runUntil(2_006 * MS);
        assertThat(happenings(run)).last().isEqualTo("s recovered after 498 ms");
        assertThat(count(run, Outcome.TIMED_OUT))
                .as("sent from 1.00 s to 1.50 s")
                .isEqualTo(51);
        assertThat(count(run, Outcome.OK)).isEqualTo(200 - 51);
        assertThat(run.report().unfinished()).isZero();
        assertThat(node(run.report(), "s").outcomes().get(Outcome.TIMED_OUT))
                .as("it had one request; of the others it never heard")
                .isEqualTo(1);
        assertThat(node(run.report(), "s").downNanos()).isEqualTo(498 * MS);
    }

    @Test
    void afterAcceptTakesRequestsAndLosesThem() {
        Run run = Run.of(steady(100, 5_000));
        run.runUntil(1_002 * MS);
        run.apply(new Command.Crash("s", CrashMode.AFTER_ACCEPT));
        run.runUntil(1_500 * MS);
        run.apply(new Command.Recover("s"));
        run.runUntil(2_006 * MS);
        assertThat(happenings(run))
                .containsExactly(
                        "s crashed and accepts, but never answers; 1 request lost", "s recovered after 498 ms");
        assertThat(count(run, Outcome.TIMED_OUT)).isEqualTo(51);
        assertThat(node(run.report(), "s").outcomes().get(Outcome.TIMED_OUT)).isEqualTo(51);
        assertThat(count(run, Outcome.OK)).isEqualTo(200 - 51);
    }

    @Test
    void aSecondCrashChangesTheManner() {
        Run run = Run.of(steady(100, 5_000));
        run.runUntil(SECOND);
        run.apply(new Command.Crash("s"));
        run.apply(new Command.Crash("s"));
        run.apply(new Command.Crash("s", CrashMode.BLACK_HOLE));
        run.runUntil(2 * SECOND);
        assertThat(happenings(run))
                .containsExactly(
                        "s crashed; 1 request lost",
                        "s is down already",
                        "s is down already; from now on it answers nothing");
        assertThat(count(run, Outcome.REFUSED)).isZero();
        assertThat(frame(run).sinceNanos[1]).isEqualTo(SECOND);
    }

    @Test
    void aBalancerThatAnswersNothingLosesRepliesToo() {
        Run run = Run.of(behindBalancer(100, 4_000));
        run.runUntil(1_004 * MS);
        run.apply(new Command.Crash("lb", CrashMode.BLACK_HOLE));
        assertThat(happenings(run)).containsExactly("lb crashed and answers nothing; 1 request lost");
        run.runUntil(1_200 * MS);
        assertThat(run.report().unfinished()).as("sent from 1.00 s to 1.20 s").isEqualTo(21);
        assertThat(frame(run).inFlight[1]).isZero();
        assertThat(node(run.report(), "s").outcomes().get(Outcome.OK)).isEqualTo(100);
    }

    @Test
    void aPauseStopsTheCoresAndNothingIsLost() {
        Run run = Run.of(steady(10, 20_000));
        run.runUntil(105 * MS);
        run.apply(new Command.Pause("s"));
        assertThat(frame(run).condition[1]).isEqualTo(NodeState.PAUSED);
        run.runUntil(155 * MS);
        run.apply(new Command.Recover("s"));
        assertThat(happenings(run))
                .containsExactly("s paused with 1 request in flight", "s goes on after a pause of 50 ms");
        run.runUntil(199 * MS);
        assertThat(run.report().latency().maxNanos())
                .as("5 ms, a pause of 50 ms, 15 ms")
                .isBetween(70 * MS, 71 * MS);
        assertThat(node(run.report(), "s").utilization()).isCloseTo(20.0 / 199, within(1e-9));
    }

    @Test
    void aPausedServersQueueKeepsItsBound() {
        Run run = Run.of(
                queue(1, poisson(0).arrivals(new Arrivals.Constant(100)), bounded("s", 2, fixed(1_000), 3, 1_000)));
        run.runUntil(1_005 * MS);
        run.apply(new Command.Pause("s"));
        run.runUntil(2_005 * MS);
        assertThat(count(run, Outcome.REJECTED)).isEqualTo(97);
        assertThat(frame(run).queue[1]).isEqualTo(3);
        run.apply(new Command.Recover("s"));
        run.runUntil(2_009 * MS);
        assertThat(run.report().unfinished()).isZero();
    }

    @Test
    void aPausedBalancerKeepsRequestsAndReplies() {
        Run run = Run.of(behindBalancer(10, 20_000)
                .withScenario(List.of(
                        at(0.05, new Command.Pause("lb")),
                        at(0.15, new Command.Recover("lb")),
                        at(0.21, new Command.Pause("lb")),
                        at(0.29, new Command.Recover("lb")))));
        run.runUntil(180 * MS);
        assertThat(run.report().latency().maxNanos()).as("held as a request").isBetween(73 * MS, 74 * MS);
        run.runUntil(299 * MS);
        assertThat(run.report().latency().maxNanos()).as("held as a reply").isBetween(91 * MS, 92 * MS);
        assertThat(count(run, Outcome.OK)).isEqualTo(2);
    }

    @Test
    void whatCrashesWhilePausedIsDownAndNotPausedAfterwards() {
        Run run = Run.of(behindBalancer(100, 1_000));
        run.runUntil(SECOND);
        run.apply(new Command.Pause("lb"));
        run.apply(new Command.Pause("s"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Crash("lb"));
        run.apply(new Command.Crash("s"));
        run.apply(new Command.Recover("lb"));
        run.apply(new Command.Recover("s"));
        long ok = count(run, Outcome.OK);
        run.runUntil(3 * SECOND);
        assertThat(count(run, Outcome.OK)).isBetween(ok + 99, ok + 101);
        assertThat(run.report().unfinished()).isBetween(0L, 1L);
    }

    @Test
    void errorsComeAfterServiceAndByTheirRate() {
        Topology topology = steady(1_000, 500);
        Run run = Run.of(topology);
        run.apply(new Command.Errors("s", 0.2));
        run.runUntil(10 * SECOND);
        // 10,000 trials: 5 standard deviations are 200.
        assertThat(count(run, Outcome.FAILED)).isBetween(1_800L, 2_200L);
        assertThat(node(run.report(), "s").utilization()).isCloseTo(0.5, within(0.001));
        assertThat(frame(run).condition[1]).isEqualTo(NodeState.FAULTY);
        run.apply(new Command.Recover("s"));
        assertThat(happenings(run)).containsExactly("s answers 20 % of requests with errors", "s makes no more errors");
        long failed = count(run, Outcome.FAILED);
        run.runUntil(11 * SECOND);
        assertThat(count(run, Outcome.FAILED)).isBetween(failed, failed + 1);
    }

    @Test
    void aLeakSlowsByTheMinute() {
        Run run = Run.of(steady(1, 10_000));
        run.apply(new Command.Leak("s", 6));
        run.runUntil(1_500 * MS);
        assertThat(run.report().latency().maxNanos()).isBetween(11 * MS, 11 * MS + 20_000);
        run.runUntil(5_500 * MS);
        assertThat(run.report().latency().maxNanos()).isBetween(15 * MS, 15 * MS + 20_000);
        assertThat(frame(run).slowFactor[1]).isCloseTo(1.55, within(1e-9));
        run.apply(new Command.Slow("s", 2));
        run.runUntil(6_500 * MS);
        assertThat(frame(run).slowFactor[1]).as("a leak that stopped").isEqualTo(2);
    }

    @Test
    void aColdStartWarmsUpInAStraightLine() {
        Server cold = server("s", 1, fixed(10_000)).with(Server.COLD_START, new ColdStart(3, Duration.ofSeconds(10)));
        Run run = Run.of(queue(1, poisson(0).arrivals(new Arrivals.Constant(1)), cold)
                .withScenario(List.of(at(4.5, new Command.Restart("s", Duration.ofSeconds(1))))));
        run.runUntil(5_200 * MS);
        assertThat(count(run, Outcome.REFUSED)).isEqualTo(1);
        run.runUntil(6_500 * MS);
        assertThat(run.report().latency().maxNanos())
                .as("half a second after: 1 + 2 × 0.95 times")
                .isBetween(29 * MS, 29 * MS + 20_000);
        assertThat(frame(run).condition[1]).isEqualTo(NodeState.SLOW);
        run.runUntil(20 * SECOND);
        assertThat(frame(run).condition[1]).isEqualTo(NodeState.UP);
        assertThat(frame(run).sinceNanos[1]).isEqualTo(15_500 * MS);
        assertThat(frame(run).slowFactor[1]).isEqualTo(1);
        assertThat(happenings(run))
                .containsExactly(
                        "s restarts, down for 1 s; 0 requests lost",
                        "s recovered after 1 s; it starts cold, 3× slower");
    }

    @Test
    void flappingGoesOnUntilItRecovers() {
        Run run = Run.of(steady(1, 10_000)
                .withScenario(List.of(
                        at(1.5, new Command.Flap("s", Duration.ofSeconds(2), Duration.ofSeconds(3))),
                        at(9, new Command.Recover("s")))));
        run.runUntil(20 * SECOND);
        assertThat(run.report().transcript())
                .extracting(TranscriptLine::timeNanos)
                .containsExactly(1_500 * MS, 3_500 * MS, 6_500 * MS, 8_500 * MS, 9_000 * MS);
        assertThat(happenings(run))
                .containsExactly(
                        "s flaps, down for 2 s and up for 3 s; 0 requests lost",
                        "s recovered after 2 s",
                        "s crashed; 0 requests lost",
                        "s recovered after 2 s",
                        "s will not fail by itself any more");
        assertThat(node(run.report(), "s").downNanos()).isEqualTo(4 * SECOND);
    }

    @Test
    void failuresAtRandomComeByTheirMeans() {
        Run run = Run.of(steady(0, 10_000));
        run.apply(new Command.Failing("s", Duration.ofSeconds(9), Duration.ofSeconds(1)));
        run.runUntil(40_000 * SECOND);
        // About 4,000 failures: the mean of as many exponential times is within 6 % with a risk of 1 in 10,000.
        assertThat(node(run.report(), "s").availability(run.nowNanos())).isCloseTo(0.9, within(0.01));
        assertThat(said(run)).isBetween(7_000L, 9_000L);
        run.apply(new Command.Crash("s"));
        long said = said(run);
        run.runUntil(50_000 * SECOND);
        assertThat(said(run)).as("down for good").isEqualTo(said);
    }

    /** Lines of the transcript, those that it left out too. */
    private static long said(Run run) {
        return happenings(run).stream()
                .mapToLong(line -> line.startsWith("…") ? Long.parseLong(line.replaceAll("\\D", "")) : 1)
                .sum();
    }

    @Test
    void removedNodesFailNoMore() {
        Run run = Run.of(steady(1, 10_000));
        run.apply(new Command.Flap("s", Duration.ofSeconds(1), Duration.ofSeconds(1)));
        run.apply(new Command.Remove("s"));
        run.runUntil(10 * SECOND);
        assertThat(happenings(run)).hasSize(2);
    }

    private static Server in(@Nullable String region, String zone, Server server) {
        return server.with(Server.REGION, region).with(Server.ZONE, zone);
    }

    @Test
    void aZoneFailsAndComesBackInOneSentenceEach() {
        Server a = in("eu", "eu-1", server("a", 1, fixed(15_000)));
        Server b = in("eu", "eu-1", server("b", 1, fixed(15_000)));
        Server c = in("eu", "eu-2", server("c", 1, fixed(15_000)));
        Topology topology = system(
                1,
                List.of(
                        poisson(0).arrivals(new Arrivals.Constant(100)).build(),
                        balancer("lb", Algorithm.ROUND_ROBIN),
                        a,
                        b,
                        c),
                List.of(link("users", "lb"), link("lb", "a"), link("lb", "b"), link("lb", "c")));
        Run run = Run.of(topology);
        run.runUntil(1_005 * MS);
        Frame before = frame(run);
        int there = before.inFlight[2] + before.inFlight[3];
        assertThat(there).isPositive();
        run.apply(new Command.Outage("eu-1", CrashMode.REFUSE));
        run.runUntil(2_005 * MS);
        assertThat(count(run, Outcome.FAILED)).isEqualTo(there);
        assertThat(count(run, Outcome.REFUSED)).isBetween(66L, 67L);
        run.apply(new Command.OutageOver("eu"));
        run.apply(new Command.OutageOver("eu"));
        run.apply(new Command.Outage("us", CrashMode.REFUSE));
        assertThat(happenings(run))
                .containsExactly(
                        "eu-1 is out: 2 servers crashed; " + there + (there == 1 ? " request" : " requests") + " lost",
                        "eu is back after 1 s: 2 servers recovered",
                        "everything in eu is up already",
                        "no server or load balancer is in us");
    }

    @Test
    void aRequestThatSeveralFailedNodesHadIsLostOnce() {
        Server s = in(null, "z", server("s", 1, fixed(5_000)));
        LoadBalancer there = balancer("lb", Algorithm.ROUND_ROBIN).with(LoadBalancer.ZONE, "z");
        Run run = Run.of(system(
                1,
                List.of(poisson(0).arrivals(new Arrivals.Constant(100)).build(), there, s),
                List.of(link("users", "lb"), link("lb", "s"))));
        run.runUntil(1_001 * MS);
        run.apply(new Command.Outage("z", CrashMode.BLACK_HOLE));
        assertThat(happenings(run))
                .containsExactly("z is out and answers nothing: 1 server and 1 load balancer crashed; 1 request lost");
    }

    @Test
    void whatIsDownCannotBeMadeWorse() {
        Run run = Run.of(steady(1, 10_000));
        run.apply(new Command.Crash("s"));
        run.apply(new Command.Pause("s"));
        run.apply(new Command.Leak("s", 1));
        run.apply(new Command.Errors("s", 1));
        run.apply(new Command.Pause("users"));
        assertThat(happenings(run))
                .containsExactly(
                        "s crashed; 0 requests lost",
                        "s is down and cannot be paused",
                        "s is down and cannot leak",
                        "s is down and cannot make errors",
                        "users are clients and cannot be paused");
    }
}
