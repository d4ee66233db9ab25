package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.poisson;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TimeOutOfRotation;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;

/** What the report says of targets that their balancer took out of use, against what the transcript says. */
class OutOfRotationTest {
    private static final Health.Active CHECKS =
            new Health.Active(Health.Probe.REQUEST, Duration.ofMillis(100), Duration.ofMillis(50), 3, 2, null, null);
    private static final Health.Ejection EJECTION = new Health.Ejection(
            3, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2), 100, true, 9, 900, 9);

    private static Topology system(Health health, TimedCommand... scenario) {
        return Systems.system(
                        1,
                        List.of(
                                poisson(400).timeout(Duration.ofMillis(100)).build(),
                                balancer(health),
                                Systems.server("s1", 4, fixed(1_000)),
                                Systems.server("s2", 4, fixed(1_000))),
                        List.of(
                                link("users", "lb", fixed(200)),
                                link("lb", "s1", fixed(200)),
                                link("lb", "s2", fixed(200))))
                .withScenario(List.of(scenario));
    }

    private static LoadBalancer balancer(Health health) {
        return Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, health, FailoverPolicy.NEVER);
    }

    private static Health checks() {
        return new Health(CHECKS, null, null, 0, Duration.ZERO);
    }

    private static TimeOutOfRotation absence(Report report, String target) {
        Map<String, TimeOutOfRotation> targets = Systems.node(report, "lb").targets();
        return Objects.requireNonNull(Objects.requireNonNull(targets).get(target));
    }

    /** When the transcript says that. */
    private static long said(Report report, String beginning) {
        return report.transcript().stream()
                .filter(notice -> notice.text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not in " + report.transcript()))
                .timeNanos();
    }

    @Test
    void checksKeepADeadTargetOutUntilItIsTakenBack() {
        Report report =
                Systems.run(system(checks(), at(1, new Command.Crash("s2")), at(3, new Command.Recover("s2"))), 5);
        long out = said(report, "lb took s2 back") - said(report, "lb removed s2");
        assertThat(out).isBetween(SECOND, 3 * SECOND);
        assertThat(absence(report, "s2")).isEqualTo(new TimeOutOfRotation(out, 1, 1, 0, 0, 0));
        assertThat(absence(report, "s1")).isEqualTo(new TimeOutOfRotation(0, 0, 0, 0, 0, 0));
        assertThat(Systems.node(report, "s2").targets()).isNull();
    }

    @Test
    void whoIsStillOutIsOutUntilNow() {
        Report report = Systems.run(system(checks(), at(1, new Command.Crash("s2"))), 5);
        assertThat(absence(report, "s2"))
                .isEqualTo(new TimeOutOfRotation(5 * SECOND - said(report, "lb removed s2"), 1, 1, 0, 0, 0));
    }

    @Test
    void theWarmUpIsLeftOutOfTheTimeAndNotOfHowOften() {
        Topology topology = system(checks(), at(1, new Command.Crash("s2")), at(3, new Command.Recover("s2")));
        Report report = Systems.run(topology.withWarmUp(Duration.ofSeconds(2)), 5);
        assertThat(absence(report, "s2"))
                .isEqualTo(new TimeOutOfRotation(said(report, "lb took s2 back") - 2 * SECOND, 1, 1, 0, 0, 0));
    }

    @Test
    void failedRequestsLeaveATargetOutUntilOneGoesWell() {
        Health health =
                new Health(null, new Health.Passive(2, Duration.ofSeconds(1), Failure.ENVOY), null, 0, Duration.ZERO);
        Report report =
                Systems.run(system(health, at(1, new Command.Errors("s2", 1)), at(3, new Command.Recover("s2"))), 6);
        long out = said(report, "lb took s2 back") - said(report, "lb left s2 out");
        assertThat(out).isGreaterThan(2 * SECOND - SECOND / 10);
        assertThat(absence(report, "s2")).isEqualTo(new TimeOutOfRotation(out, 1, 0, 1, 0, 0));
    }

    @Test
    void oneThatIsOutForTwoReasonsIsOutOnceUntilBothAreOver() {
        Health health = new Health(CHECKS, null, EJECTION, 0, Duration.ZERO);
        Report report =
                Systems.run(system(health, at(1, new Command.Crash("s2")), at(1.5, new Command.Recover("s2"))), 6);
        long ejected = said(report, "lb ejected s2");
        assertThat(said(report, "lb removed s2")).isGreaterThan(ejected);
        long served = said(report, "lb took s2 back after its ejection");
        assertThat(said(report, "lb took s2 back after 2 good checks")).isLessThan(served);
        assertThat(absence(report, "s2")).isEqualTo(new TimeOutOfRotation(served - ejected, 1, 1, 0, 1, 0));
    }

    @Test
    void aBalancerThatCrashesTrustsAllAgain() {
        Report report =
                Systems.run(system(checks(), at(1, new Command.Crash("s2")), at(2, new Command.Crash("lb"))), 4);
        assertThat(absence(report, "s2"))
                .isEqualTo(new TimeOutOfRotation(2 * SECOND - said(report, "lb removed s2"), 1, 1, 0, 0, 0));
    }

    @Test
    void newRulesTrustAllAgainAndNoRulesSayNothing() {
        Topology topology = system(checks(), at(1, new Command.Crash("s2")));
        Run run = Run.of(topology);
        run.runUntil(2 * SECOND);
        long out = 2 * SECOND - said(run.report(), "lb removed s2");
        Health passive = new Health(null, Health.Passive.SETTINGS.usual(), null, 0, Duration.ZERO);
        run.apply(new Command.Revise(topology.with(balancer(passive))));
        assertThat(absence(run.report(), "s2")).isEqualTo(new TimeOutOfRotation(out, 1, 1, 0, 0, 0));
        run.apply(new Command.Revise(topology.with(balancer(Health.NONE))));
        assertThat(Systems.node(run.report(), "lb").targets()).isNull();
    }
}
