package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.ScriptedBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.waiting.BalancerQueue;

/** Requests that wait at a balancer for targets at their limits, by the rules; what HAProxy did is in {@link HaproxyQueuesGoldenTest}. */
class BalancerQueueTest {
    private BalancerQueue queue = BalancerQueue.of(BalancerQueue.By.SHARED);
    private Balancing balancing = Balancing.of(Algorithm.ROUND_ROBIN);
    private Sticky sticky = Sticky.OFF;
    private FailoverPolicy passOn = FailoverPolicy.NEVER;

    private LoadBalancer balancer() {
        return Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.ALGORITHM, balancing)
                .with(LoadBalancer.STICKY, sticky)
                .with(LoadBalancer.PASS_ON, passOn)
                .with(LoadBalancer.QUEUE, queue);
    }

    private static Link target(int number, int limit) {
        return Link.of("lb", "s" + number, fixed(0)).with(Link.LIMIT, limit);
    }

    /** Two targets of that limit, and requests of 100 ms each that come a millisecond after one another. */
    private ScriptedBalancer script(int limit, int requests) {
        ScriptedBalancer system = new ScriptedBalancer(balancer(), 7);
        system.target(target(1, limit));
        system.target(target(2, limit));
        IntStream.rangeClosed(1, requests)
                .forEach(number -> system.send(new ScriptedBalancer.Sent(number, number, 100, null)));
        return system;
    }

    private static List<Integer> with(ScriptedBalancer system, Outcome outcome) {
        return system.ended().entrySet().stream()
                .filter(one -> one.getValue().outcome() == outcome)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static long count(ScriptedBalancer system, LimitEvent event) {
        return Objects.requireNonNull(system.balancer().limits()).of(event);
    }

    @Test
    void theOldestIsNext() {
        ScriptedBalancer system = script(1, 6);
        system.at(1_000);
        assertThat(system.begun(0)).containsExactly(1, 3, 5);
        assertThat(system.begun(1)).containsExactly(2, 4, 6);
        assertThat(system.ended().get(6).at()).isEqualTo(302);
    }

    @Test
    void orTheNewest() {
        queue = queue.with(BalancerQueue.ORDER, BalancerQueue.Order.LIFO);
        ScriptedBalancer system = script(1, 6);
        system.at(1_000);
        assertThat(system.begun(0)).containsExactly(1, 6, 4);
        assertThat(system.begun(1)).containsExactly(2, 5, 3);
    }

    @Test
    void thoseBeyondItsLengthAreRejectedAtOnce() {
        queue = queue.with(BalancerQueue.LENGTH, 2);
        ScriptedBalancer system = script(1, 6);
        system.at(1_000);
        assertThat(with(system, Outcome.REJECTED)).containsExactly(5, 6);
        assertThat(system.ended().get(5).at()).isEqualTo(5);
        assertThat(count(system, LimitEvent.QUEUE_FULL)).isEqualTo(2);
        system.at(3_000);
        assertThat(system.transcript())
                .containsExactly(
                        "lb's queue is full: 2 requests wait",
                        "lb's queue got empty after 97 ms: 2 turned away, 0 timed out in it");
    }

    @Test
    void withoutRoomToWaitNobodyDoes() {
        queue = queue.with(BalancerQueue.LENGTH, 0);
        ScriptedBalancer system = script(1, 4);
        system.at(1_000);
        assertThat(with(system, Outcome.REJECTED)).containsExactly(3, 4);
    }

    @Test
    void whoWaitsTooLongIsRejected() {
        queue = queue.with(BalancerQueue.TIMEOUT, Duration.ofMillis(150));
        ScriptedBalancer system = script(1, 6);
        system.at(1_000);
        assertThat(with(system, Outcome.REJECTED)).containsExactly(5, 6);
        assertThat(system.ended().get(5).at()).isEqualTo(155);
        assertThat(count(system, LimitEvent.QUEUE_TIMEOUT)).isEqualTo(2);
    }

    @Test
    void byTargetEachWaitsForItsOwn() {
        queue = BalancerQueue.of(BalancerQueue.By.TARGET);
        ScriptedBalancer system = new ScriptedBalancer(balancer(), 7);
        system.target(target(1, 1));
        system.target(target(2, 1));
        for (int number = 1; number <= 6; number++) {
            // Those for s2 are done at once, and yet it takes none of those for s1.
            system.send(new ScriptedBalancer.Sent(number, number, number % 2 == 1 ? 100 : 1, null));
        }
        system.at(1_000);
        assertThat(system.begun(0)).containsExactly(1, 3, 5);
        assertThat(system.begun(1)).containsExactly(2, 4, 6);
        assertThat(system.ended().get(5).at()).isEqualTo(301);
        assertThat(system.ended().get(6).at()).isLessThan(10);
    }

    @Test
    void leastConnectionsCountsThoseThatWaitForTheirTarget() {
        queue = BalancerQueue.of(BalancerQueue.By.TARGET);
        balancing = Balancing.of(Algorithm.LEAST_CONNECTIONS);
        ScriptedBalancer system = script(1, 8);
        system.at(1_000);
        assertThat(system.begun(0)).hasSize(4);
        assertThat(system.begun(1)).hasSize(4);
    }

    @Test
    void aKeyWaitsForItsHomeAndDoesNotSpill() {
        balancing = Balancing.of(Algorithm.HASH);
        ScriptedBalancer system = script(2, 6);
        system.at(1_000);
        int home = system.begun(0).isEmpty() ? 1 : 0;
        assertThat(system.begun(home)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(system.ended().get(6).at()).isEqualTo(302);
    }

    @Test
    void anAddressToo() {
        balancing = Balancing.of(Algorithm.IP_HASH);
        ScriptedBalancer system = script(1, 3);
        system.at(1_000);
        assertThat(system.begun(system.begun(0).isEmpty() ? 1 : 0)).containsExactly(1, 2, 3);
    }

    @Test
    void withoutAQueueAKeySpillsAtTheLimitAsBefore() {
        balancing = Balancing.of(Algorithm.HASH);
        ScriptedBalancer system = new ScriptedBalancer(balancer().with(LoadBalancer.QUEUE, null), 7);
        system.target(target(1, 1));
        system.target(target(2, 1));
        IntStream.rangeClosed(1, 3)
                .forEach(number -> system.send(new ScriptedBalancer.Sent(number, number, 100, null)));
        system.at(1_000);
        assertThat(system.begun(0)).hasSize(1);
        assertThat(system.begun(1)).hasSize(1);
        assertThat(with(system, Outcome.FAILED)).containsExactly(3);
    }

    @Test
    void aBoundOnLoadSpillsBeforeTheLimit() {
        PlacementSettings ring = PlacementSettings.DEFAULT;
        balancing = Balancing.of(Algorithm.HASH)
                .placed(new PlacementSettings(ring.kind(), ring.hash(), ring.virtualNodes(), 1, 125, List.of()));
        ScriptedBalancer system = script(10, 8);
        system.at(1_000);
        // ⌈125 % of 8⌉ = 10 places on two equal targets: 5 at the most.
        assertThat(system.begun(0).size()).isBetween(3, 5);
        assertThat(system.ended().get(8).at()).isEqualTo(108);
    }

    @Test
    void whoWaitsForATargetThatGoesOutOfUseGoesElsewhere() {
        sticky = Sticky.of(Sticky.By.COOKIE);
        ScriptedBalancer system = script(1, 0);
        for (int number = 1; number <= 3; number++) {
            system.send(new ScriptedBalancer.Sent(number, number, 500, "s1"));
        }
        system.at(100);
        system.revise(0, target(1, 1).with(Link.DOWN, true));
        system.at(3_000);
        assertThat(system.begun(1)).containsExactly(2, 3);
        assertThat(count(system, LimitEvent.REDISPATCHED)).isEqualTo(2);
    }

    @Test
    void whoWaitsForATargetThatBeginsToDrainGoesElsewhereAndWhoComesLaterStays() {
        sticky = Sticky.of(Sticky.By.COOKIE);
        ScriptedBalancer before = script(1, 0);
        before.send(new ScriptedBalancer.Sent(1, 1, 100, "s1"));
        before.send(new ScriptedBalancer.Sent(2, 2, 100, "s1"));
        before.at(50);
        before.drain(0);
        before.at(3_000);
        assertThat(before.begun(0)).containsExactly(1);
        assertThat(before.begun(1)).containsExactly(2);
        ScriptedBalancer after = script(1, 0);
        after.send(new ScriptedBalancer.Sent(1, 1, 100, "s1"));
        after.at(50);
        after.drain(0);
        after.send(new ScriptedBalancer.Sent(2, 60, 100, "s1"));
        after.at(3_000);
        assertThat(after.begun(0)).containsExactly(1, 2);
        assertThat(after.begun(1)).isEmpty();
    }

    @Test
    void aHigherLimitLetsThemInAtOnce() {
        ScriptedBalancer system = script(1, 6);
        system.at(50);
        system.revise(0, target(1, 3));
        system.at(51);
        assertThat(system.begun(0)).containsExactly(1, 3, 4);
    }

    /** Envoy: max_connections; a host without any connection may always have one. */
    @Test
    void whatATargetGetsOnceMoreCountsThereOnce() {
        passOn = FailoverPolicy.NEXT.with(
                new FailoverPolicy(2, Set.of(Failure.REFUSED), false, null), FailoverPolicy.Next.SAME);
        ScriptedBalancer system = new ScriptedBalancer(balancer(), 7);
        system.target(target(1, 1));
        system.crash(0, CrashMode.REFUSE);
        IntStream.rangeClosed(1, 3)
                .forEach(number -> system.send(new ScriptedBalancer.Sent(number, number == 1 ? 1 : 3_000, 100, null)));
        system.at(2_000);
        assertThat(system.ended().get(1).outcome()).isEqualTo(Outcome.FAILED);
        system.recover(0);
        system.at(3_050);
        assertThat(system.begun(0)).containsExactly(2);
        system.at(4_000);
        assertThat(system.begun(0)).containsExactly(2, 3);
    }

    @Test
    void connectionsToAllTargetsTogetherHaveALimit() {
        queue = BalancerQueue.of(BalancerQueue.By.TARGET).with(BalancerQueue.CONNECTIONS, 1);
        ScriptedBalancer system = script(10, 4);
        system.at(50);
        assertThat(system.begun(0)).containsExactly(1);
        assertThat(system.begun(1)).containsExactly(2);
        system.at(1_000);
        assertThat(system.begun(0)).containsExactly(1, 3);
        assertThat(with(system, Outcome.OK)).containsExactly(1, 2, 3, 4);
    }

    /** Envoy: max_requests turns away, it does not make wait. */
    @Test
    void requestsToAllTargetsTogetherHaveALimit() {
        queue = BalancerQueue.of(BalancerQueue.By.TARGET).with(BalancerQueue.REQUESTS, 3);
        ScriptedBalancer system = script(10, 5);
        system.at(1_000);
        assertThat(with(system, Outcome.REJECTED)).containsExactly(4, 5);
    }

    private static Topology system(BalancerQueue queue, Algorithm algorithm, int limit) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        nodes.add(poisson(1_500).build());
        nodes.add(Systems.balancer("lb", algorithm).with(LoadBalancer.QUEUE, queue));
        links.add(link("users", "lb", fixed(500)));
        for (int i = 1; i <= 2; i++) {
            nodes.add(server("s" + i, 1, fixed(1_000)));
            links.add(link("lb", "s" + i, fixed(0)).with(Link.LIMIT, limit));
        }
        return Systems.system(5, nodes, links);
    }

    @Test
    void itIsSeenInFrameAndReport() {
        Run run = Run.of(system(BalancerQueue.of(BalancerQueue.By.SHARED), Algorithm.ROUND_ROBIN, 1));
        run.apply(new Command.Pause("s1"));
        run.runUntil(SECOND);
        int waiting = frame(run).queue[1];
        assertThat(waiting).isGreaterThan(400);
        Report.NodeReport balancer = node(run.report(), "lb");
        assertThat(balancer.queue().max()).isGreaterThanOrEqualTo(waiting);
        assertThat(balancer.waiting().meanNanos()).isGreaterThan(50_000_000);
        assertThat(balancer.waitingSoFar().count()).isEqualTo(balancer.waiting().count() + waiting);
        assertThat(node(run.report(), "s2").queue().max()).isZero();
        assertThat(run.report().nodes().get("lb").limits()).containsEntry(LimitEvent.QUEUE_FULL, 0L);
    }

    @Test
    void editsOfEveryKindWhileManyWaitReplayAndLoseNobody() {
        Run run = Run.of(system(BalancerQueue.of(BalancerQueue.By.SHARED), Algorithm.ROUND_ROBIN, 1));
        Command[] commands = {
            new Command.Pause("s1"),
            revised(run, BalancerQueue.of(BalancerQueue.By.TARGET), Algorithm.LEAST_CONNECTIONS),
            revised(run, BalancerQueue.of(BalancerQueue.By.TARGET), Algorithm.HASH),
            new Command.Pause("lb"),
            revised(run, BalancerQueue.of(BalancerQueue.By.SHARED), Algorithm.HASH),
            new Command.Recover("lb"),
            new Command.Remove("s1"),
            new Command.Crash("lb"),
            new Command.Recover("lb"),
            revised(run, null, Algorithm.ROUND_ROBIN)
        };
        for (Command command : commands) {
            run.runUntil(run.nowNanos() + SECOND / 5);
            run.apply(command);
        }
        run.runUntil(4 * SECOND);
        Report report = run.report();
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        assertThat(ended + report.unfinished()).isEqualTo(report.requests());
        assertThat(report.unfinished()).as("those on their way").isLessThan(20);
        Replay replay =
                new Replay(system(BalancerQueue.of(BalancerQueue.By.SHARED), Algorithm.ROUND_ROBIN, 1), run.log());
        replay.runUntil(run.nowNanos());
        assertThat(replay.run().digest()).isEqualTo(run.digest());
        assertThat(replay.run().report()).isEqualTo(report);
    }

    private static Command revised(Run run, @Nullable BalancerQueue queue, Algorithm algorithm) {
        LoadBalancer balancer =
                LoadBalancer.SETTINGS.cast(run.topology().nodes().get(1));
        return new Command.Revise(
                run.topology().with(balancer.with(LoadBalancer.QUEUE, queue).balancing(Balancing.of(algorithm))));
    }
}
