package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
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
import roundhouse.simulation.components.LimitEvent;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.ScriptedBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.ConnectionLimits;
import roundhouse.topology.nodes.waiting.TimeLimits;

/** The time limits of a balancer, and when connections that clients keep are closed. */
class TimeLimitsTest {
    private LoadBalancer balancer = Systems.balancer("lb", Algorithm.ROUND_ROBIN);

    private void timeouts(@Nullable Duration connect, @Nullable Duration request) {
        balancer = balancer.with(LoadBalancer.TIMEOUTS, new TimeLimits(connect, request));
    }

    /** As many targets, and that many requests a millisecond after one another on which each works so long. */
    private ScriptedBalancer script(int targets, int requests, int work) {
        ScriptedBalancer system = new ScriptedBalancer(balancer, 7);
        for (int target = 1; target <= targets; target++) {
            system.target(Link.of("lb", "s" + target, fixed(0)));
        }
        for (int number = 1; number <= requests; number++) {
            system.send(new ScriptedBalancer.Sent(number, number, work, null));
        }
        return system;
    }

    private static long count(ScriptedBalancer system, LimitEvent event) {
        return Objects.requireNonNull(system.balancer().limits()).of(event);
    }

    private static ScriptedBalancer.Ended ended(ScriptedBalancer system, int number) {
        return Objects.requireNonNull(system.ended().get(number));
    }

    @Test
    void aTargetThatIsNotReachedInTimeCountsAsOneThatRefused() {
        timeouts(Duration.ofMillis(50), null);
        balancer = balancer.with(LoadBalancer.PASS_ON, new FailoverPolicy(2, Failure.HAPROXY, false, null))
                .with(
                        LoadBalancer.HEALTH,
                        new Health(
                                null,
                                new Health.Passive(1, Duration.ofSeconds(10), Failure.HAPROXY),
                                null,
                                0,
                                Duration.ZERO));
        ScriptedBalancer system = script(2, 1, 10);
        system.crash(0, CrashMode.BLACK_HOLE);
        system.at(1_000);
        assertThat(ended(system, 1)).isEqualTo(new ScriptedBalancer.Ended(Outcome.OK, "s2", 61));
        assertThat(count(system, LimitEvent.CONNECT_TIMEOUT)).isEqualTo(1);
        assertThat(system.transcript()).containsExactly("lb left s1 out after 1 failed request");
    }

    @Test
    void whoeverHasAcceptedMayTakeLonger() {
        timeouts(Duration.ofMillis(50), null);
        ScriptedBalancer system = script(2, 2, 200);
        system.at(1_000);
        assertThat(ended(system, 1)).isEqualTo(new ScriptedBalancer.Ended(Outcome.OK, "s1", 201));
        assertThat(count(system, LimitEvent.CONNECT_TIMEOUT)).isZero();
    }

    @Test
    void whoeverAcceptsAndNeverAnswersIsForAnotherTimeout() {
        timeouts(Duration.ofMillis(50), null);
        balancer = balancer.with(
                LoadBalancer.PASS_ON, new FailoverPolicy(1, Failure.NGINX, false, Duration.ofMillis(300)));
        ScriptedBalancer system = script(1, 1, 10);
        system.crash(0, CrashMode.AFTER_ACCEPT);
        system.at(1_000);
        assertThat(ended(system, 1)).isEqualTo(new ScriptedBalancer.Ended(Outcome.FAILED, null, 301));
        assertThat(count(system, LimitEvent.CONNECT_TIMEOUT)).isZero();
        assertThat(count(system, LimitEvent.TARGET_TIMEOUT)).isEqualTo(1);
    }

    @Test
    void theRequestTimeoutEndsAllTriesAndTheWorkGoesOn() {
        timeouts(null, Duration.ofMillis(100));
        balancer =
                balancer.with(LoadBalancer.PASS_ON, new FailoverPolicy(3, Failure.NGINX, true, Duration.ofMillis(60)));
        ScriptedBalancer system = script(3, 1, 500);
        system.at(1_000);
        assertThat(ended(system, 1)).isEqualTo(new ScriptedBalancer.Ended(Outcome.FAILED, null, 101));
        assertThat(system.begun(0)).containsExactly(1);
        assertThat(system.begun(1)).containsExactly(1);
        assertThat(system.begun(2)).isEmpty();
        assertThat(count(system, LimitEvent.TARGET_TIMEOUT)).isEqualTo(1);
        assertThat(count(system, LimitEvent.REQUEST_TIMEOUT)).isEqualTo(1);
    }

    @Test
    void andTheWaitForATarget() {
        timeouts(null, Duration.ofMillis(100));
        balancer = balancer.with(LoadBalancer.QUEUE, BalancerQueue.of(BalancerQueue.By.SHARED));
        ScriptedBalancer system = new ScriptedBalancer(balancer, 7);
        system.target(Link.of("lb", "s1", fixed(0)).with(Link.LIMIT, 1));
        for (int number = 1; number <= 4; number++) {
            system.send(new ScriptedBalancer.Sent(number, number, 80, null));
        }
        system.at(1_000);
        assertThat(ended(system, 1).outcome()).isEqualTo(Outcome.OK);
        assertThat(ended(system, 2))
                .as("begun too late")
                .isEqualTo(new ScriptedBalancer.Ended(Outcome.FAILED, null, 102));
        assertThat(ended(system, 3))
                .as("never begun, but for 2 it had")
                .satisfies(end -> assertThat(end.at()).isEqualTo(103));
        assertThat(system.begun(0)).startsWith(1, 2);
        assertThat(count(system, LimitEvent.REQUEST_TIMEOUT)).isEqualTo(3);
    }

    /** One user who sends a request every 100 ms over a kept connection, through a layer-4 balancer to two servers in turn. */
    private static Run user(Connection.KeepAlive connection, ConnectionLimits limits, double seconds) {
        Clients clients = Clients.of("users", new Arrivals.Constant(10))
                .with(Clients.USERS, 1)
                .with(Clients.CONNECTION, connection);
        LoadBalancer balancer = Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.LAYER, 4)
                .with(LoadBalancer.CONNECTIONS, limits);
        List<Node> nodes = new ArrayList<>(List.of(clients, balancer));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb")));
        for (int i = 1; i <= 2; i++) {
            nodes.add(server("s" + i, 1, fixed(1_000)));
            links.add(link("lb", "s" + i));
        }
        Topology topology = system(5, nodes, links);
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run;
    }

    private static Connection.KeepAlive kept(@Nullable Duration age) {
        return new Connection.KeepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60), age);
    }

    private static long limit(Run run, LimitEvent event) {
        Report.NodeReport balancer = node(run.report(), "lb");
        return Objects.requireNonNull(balancer.limits()).get(event);
    }

    @Test
    void aConnectionStaysWithItsServer() {
        Run run = user(kept(null), ConnectionLimits.NONE, 10);
        assertThat(node(run.report(), "s1").picked()).isEqualTo(run.report().requests());
    }

    @Test
    void untilItsAgeIsOver() {
        // Each lasts a second: ten requests, and then ten at the other server.
        Run run = user(kept(Duration.ofSeconds(1)), ConnectionLimits.NONE, 10);
        long sent = run.report().requests();
        assertThat(node(run.report(), "s1").picked()).isBetween(sent / 2 - 5, sent / 2 + 5);
    }

    @Test
    void theBalancerClosesItAfterSoManyRequests() {
        Run run = user(kept(null), new ConnectionLimits(5, null, null), 10.05);
        long sent = run.report().requests();
        assertThat(limit(run, LimitEvent.CLOSED_BY_COUNT)).isEqualTo(sent / 5);
        assertThat(node(run.report(), "s1").picked()).isBetween(sent / 2 - 2, sent / 2 + 3);
        assertThat(run.report().outcomes().get(Outcome.OK)).isGreaterThanOrEqualTo(sent - 1);
    }

    @Test
    void orWithTheFirstReplyAfterItsAge() {
        // Opened with a request, it is a second old with the eleventh, of which the reply closes it.
        Run run = user(kept(null), new ConnectionLimits(Integer.MAX_VALUE, Duration.ofSeconds(1), null), 10.5);
        assertThat(limit(run, LimitEvent.CLOSED_BY_AGE)).isEqualTo(run.report().requests() / 11);
    }

    @Test
    void orWhenItIsIdle() {
        Run run = user(kept(null), new ConnectionLimits(Integer.MAX_VALUE, null, Duration.ofMillis(50)), 10);
        assertThat(limit(run, LimitEvent.CLOSED_IDLE))
                .isGreaterThanOrEqualTo(run.report().requests() - 1);
        Run lasts = user(kept(null), new ConnectionLimits(Integer.MAX_VALUE, null, Duration.ofMillis(150)), 10);
        assertThat(limit(lasts, LimitEvent.CLOSED_IDLE)).isZero();
    }
}
