package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.soFar;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.OneBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KindShare;

/** What a balancer does with a request whose target fails or drains: passing on, and who keeps his target. */
class FailoverTest extends OneBalancer {
    @Test
    void aRefusedRequestIsPassedOn() {
        passOn = new FailoverPolicy(2, Failure.NGINX, true, null);
        Run run = ran(with(3, at(1, new Command.Crash("s2"))), 3);
        assertThat(count(run, Outcome.REFUSED)).isZero();
        // Only what s2 had in hand when it crashed, and not its every third request.
        assertThat(count(run, Outcome.OK)).isGreaterThan(run.report().requests() - 10);
        assertThat(node(run.report(), "s2").outcomes().get(Outcome.REFUSED)).isGreaterThan(500);
    }

    @Test
    void withNobodyLeftTheBalancerAnswersWithAnErrorOfItsOwn() {
        passOn = new FailoverPolicy(3, Failure.NGINX, true, null);
        Run run = ran(with(2, at(0, new Command.Crash("s1")), at(0, new Command.Crash("s2"))), 1);
        assertThat(count(run, Outcome.FAILED)).isGreaterThan(800);
        assertThat(count(run, Outcome.REFUSED)).isZero();
        assertThat(node(run.report(), "s1").picked() + node(run.report(), "s2").picked())
                .isBetween(2 * run.report().requests() - 4, 2 * run.report().requests());
    }

    @Test
    void aTargetThatTakesTooLongLosesTheRequestToTheNext() {
        passOn = new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(50));
        clients = poisson(100);
        Run run = ran(with(2, at(0, new Command.Slow("s1", 100))), 10);
        Report report = run.report();
        assertThat(report.outcomes().get(Outcome.OK) + report.unfinished()).isEqualTo(report.requests());
        assertThat(report.latency().maxNanos()).isBetween(52_000_000L, 56_000_000L);
        assertThat(node(report, "s1").served())
                .as("it does the work all the same")
                .isGreaterThan(100);
        passOn = new FailoverPolicy(1, Failure.NGINX, true, Duration.ofMillis(50));
        Run alone = ran(with(1, at(0, new Command.Slow("s1", 100))), 10);
        assertThat(count(alone, Outcome.FAILED)).isGreaterThan(900);
        assertThat(count(alone, Outcome.TIMED_OUT)).isZero();
    }

    @Test
    void whatIsShedOnPurposeIsNotPassedOn() {
        passOn = new FailoverPolicy(2, Failure.NGINX, true, null);
        Topology topology = with(2).with(Systems.bounded("s1", 1, fixed(50_000), 0, 1));
        Run run = ran(topology, 2);
        assertThat(count(run, Outcome.REJECTED)).isGreaterThan(800);
    }

    @Test
    void aDrainingTargetKeepsItsClientsOnly() {
        sticky = Sticky.of(Sticky.By.ADDRESS);
        clients = poisson(1_000).users(30);
        Run run = Run.of(with(3, at(1, new Command.Drain("lb", "s2"))));
        run.runUntil(2 * SECOND);
        long kept = node(run.report(), "s2").picked();
        assertThat(kept).isGreaterThan(400);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.DRAINING);
        assertThat(frame(run).targetSinceNanos[2]).isEqualTo(SECOND);
        sticky = Sticky.OFF;
        run = Run.of(with(3, at(1, new Command.Drain("lb", "s2"))));
        run.runUntil(SECOND);
        long before = node(run.report(), "s2").picked();
        run.runUntil(2 * SECOND);
        assertThat(node(run.report(), "s2").picked()).isEqualTo(before);
        run.apply(new Command.Undrain("lb", "s2"));
        run.runUntil(3 * SECOND);
        assertThat(node(run.report(), "s2").picked()).isGreaterThan(before + 250);
        assertThat(soFar(run)).containsExactly("lb drains s2: no new clients", "lb gives s2 new clients again");
    }

    @Test
    void aCookieOutlivesTheBalancerAndATableDoesNot() {
        clients = Systems.clients("users", new Arrivals.Constant(100)).users(1);
        TimedCommand[] scenario = {
            at(0.95, new Command.Drain("lb", "s1")),
            at(1.055, new Command.Crash("lb")),
            at(1.155, new Command.Recover("lb"))
        };
        sticky = Sticky.of(Sticky.By.COOKIE);
        assertThat(node(ran(with(2, scenario), 3).report(), "s2").picked()).isZero();
        sticky = Sticky.of(Sticky.By.ADDRESS);
        assertThat(node(ran(with(2, scenario), 3).report(), "s2").picked()).isBetween(180L, 186L);
    }

    @Test
    void requestsWithoutTheHeaderStickToNobody() {
        sticky = new Sticky(Sticky.By.HEADER, "X-Room", null, 100, Sticky.WhenFull.PURGE);
        clients = poisson(1_000)
                .kinds(List.of(
                        new KindShare(1, RequestKind.PLAIN),
                        new KindShare(1, new RequestKind("/", Map.of("x-room", "blue"), Map.of()))));
        Run run = ran(with(2), 10);
        double share = (double) node(run.report(), "s1").picked() / run.report().requests();
        // One of them has all of the room's requests and half of the others.
        assertThat(Math.max(share, 1 - share)).isBetween(0.72, 0.78);
    }

    @Test
    void keptConnectionsStayWithATargetThatChecksTakeOut() {
        health = checks(CHECKS);
        layer = 4;
        clients = poisson(1_000).users(20).keepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60));
        // Only checks find s2 slow: requests there still end in time.
        Run run = ran(with(2, at(1, new Command.Slow("s2", 150))), 5);
        long picked = node(run.report(), "s2").picked();
        assertThat(frame(run).target[2]).isEqualTo(TargetState.CHECKED_OUT);
        run.runUntil(6 * SECOND);
        assertThat(node(run.report(), "s2").picked()).isGreaterThan(picked + 200);
    }

    @Test
    void atLayerFourANewConnectionThatIsRefusedGoesToTheNextTarget() {
        layer = 4;
        passOn = new FailoverPolicy(2, Failure.NGINX, true, null);
        clients = poisson(1_000).users(20).keepAlive(1, Duration.ofSeconds(60));
        Run run = ran(with(2, at(0, new Command.Crash("s2"))), 3);
        assertThat(count(run, Outcome.OK) + run.report().unfinished())
                .isEqualTo(run.report().requests());
        assertThat(node(run.report(), "s2").outcomes().get(Outcome.REFUSED)).isGreaterThan(1_000);
    }

    @Test
    void anAnswerOf500IsAnAnswerUnlessTheRuleSaysOtherwise() {
        TimedCommand errs = at(0, new Command.Errors("s1", 1));
        passOn = new FailoverPolicy(2, Failure.NGINX, false, null);
        health = new Health(null, new Health.Passive(1, Duration.ofSeconds(10), Failure.NGINX), null, 0, Duration.ZERO);
        Report nginx = ran(reading(1, with(2, errs)), 10).report();
        assertThat(share(nginx, Outcome.FAILED)).as("every other one").isCloseTo(0.5, within(0.01));
        assertThat(node(nginx, "s1").picked()).isCloseTo(nginx.requests() / 2, within(2L));
        passOn = new FailoverPolicy(2, Failure.ENVOY, false, null);
        assertThat(share(ran(reading(1, with(2, errs)), 10).report(), Outcome.FAILED))
                .as("passed on")
                .isZero();
        passOn = new FailoverPolicy(1, Failure.NGINX, false, null);
        health = new Health(null, new Health.Passive(1, Duration.ofSeconds(10), Failure.ENVOY), null, 0, Duration.ZERO);
        assertThat(ran(reading(1, with(2, errs)), 10).report().outcomes().get(Outcome.FAILED))
                .as("left out after one")
                .isBetween(1L, 10L);
    }

    @Test
    void haproxyTriesAgainOnlyWhatWasRefused() {
        for (Failure by : Failure.values()) {
            assertThat(Failure.HAPROXY.contains(by)).as(by.key()).isEqualTo(by == Failure.REFUSED);
        }
        passOn = new FailoverPolicy(2, Failure.HAPROXY, false, null);
        TimedCommand crash = at(1, new Command.Crash("s1"));
        Report report = ran(reading(1, with(2, crash)), 3).report();
        long broken = report.outcomes().get(Outcome.FAILED);
        assertThat(broken).as("what s1 had in hand").isBetween(1L, 20L);
        passOn = new FailoverPolicy(2, Failure.NGINX, false, null);
        assertThat(ran(reading(1, with(2, crash)), 3).report().outcomes().get(Outcome.FAILED))
                .as("broken too")
                .isZero();
    }

    @Test
    void aWriteThatATargetMayHaveBegunIsPassedOnOnlyIfTheRuleSaysSo() {
        TimedCommand errs = at(0, new Command.Errors("s1", 1));
        passOn = new FailoverPolicy(2, Failure.ENVOY, false, null);
        Topology writing = reading(0, with(2, errs));
        assertThat(share(ran(writing, 5).report(), Outcome.FAILED)).isCloseTo(0.5, within(0.01));
        Topology refusing = writing.withScenario(List.of(at(0, new Command.Crash("s1"))));
        assertThat(share(ran(refusing, 5).report(), Outcome.FAILED))
                .as("refused")
                .isZero();
        LoadBalancer balancer = (LoadBalancer) writing.node("lb").orElseThrow();
        Topology daring =
                writing.with(balancer.with(LoadBalancer.PASS_ON, new FailoverPolicy(2, Failure.ENVOY, true, null)));
        assertThat(share(ran(daring, 5).report(), Outcome.FAILED))
                .as("as the rule says")
                .isZero();
    }

    private static Topology reading(double share, Topology topology) {
        Clients users = (Clients) topology.node("users").orElseThrow();
        return topology.with(users.with(Clients.READS, share));
    }

    private static double share(Report report, Outcome outcome) {
        return (double) report.outcomes().get(outcome) / report.requests();
    }
}
