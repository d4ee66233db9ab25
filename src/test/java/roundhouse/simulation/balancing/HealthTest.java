package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.frame;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.soFar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.HopKind;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.OneBalancer;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Who of a balancer's targets is in health: checks, passive failures, ejection, panic, backups, slow start. */
class HealthTest extends OneBalancer {
    @Test
    void checksTakeADeadTargetOutAndTakeItBack() {
        health = checks(CHECKS);
        Run run = Run.of(with(3, at(1, new Command.Crash("s3")), at(3, new Command.Recover("s3"))));
        run.runUntil(2 * SECOND);
        assertThat(soFar(run)).element(1).asString().startsWith("lb removed s3 after 3 missed checks within ");
        long refused = count(run, Outcome.REFUSED);
        // Within three intervals, of which the first had begun, a third of 1000/s.
        assertThat(refused).isBetween(100L, 230L);
        assertThat(frame(run).target[3]).isEqualTo(TargetState.CHECKED_OUT);
        assertThat(frame(run).targetSinceNanos[3]).isBetween(SECOND + 400_000_000, SECOND + 620_000_000);
        run.runUntil(3 * SECOND - 1);
        assertThat(count(run, Outcome.REFUSED)).as("no more picks").isEqualTo(refused);
        run.runUntil(4 * SECOND);
        assertThat(soFar(run)).last().isEqualTo("lb took s3 back after 2 good checks");
        assertThat(frame(run).target[3]).isEqualTo(TargetState.IN_USE);
        assertThat(count(run, Outcome.REFUSED)).isEqualTo(refused);
        assertThat(node(run.report(), "s3").served()).isGreaterThan(400);
    }

    /** Well until it crashes, a while after its last good check: that while is no part of it. */
    @Test
    void missedChecksTakeAsLongAsFromTheFirstToTheLast() {
        clients = poisson(0);
        health = checks(CHECKS);
        assertThat(soFar(ran(with(1, at(1.1, new Command.Crash("s1"))), 2)))
                .last()
                .as("an interval after each of two, and three round trips of 400 µs")
                .isEqualTo("lb removed s1 after 3 missed checks within 401.2 ms");
        assertThat(soFar(ran(with(1, at(1.1, new Command.Crash("s1", CrashMode.BLACK_HOLE))), 3)))
                .last()
                .as("two intervals, and three times the timeout")
                .isEqualTo("lb removed s1 after 3 missed checks within 700 ms");
    }

    @Test
    void checksAreCallsOnTheLinksAndNoRequests() {
        health = checks(CHECKS);
        clients = poisson(0);
        Run run = Run.of(with(2));
        run.runUntil(100_000);
        Frame out = frame(run);
        assertThat(out.hops).isEqualTo(1);
        assertThat(out.kind[0]).isEqualTo(HopKind.CHECK);
        run.runUntil(1_300_000);
        assertThat(frame(run).kind[0]).isEqualTo(HopKind.CHECK_REPLY);
        run.runUntil(10 * SECOND);
        Report report = run.report();
        assertThat(report.requests()).isZero();
        assertThat(node(report, "s1").served()).isZero();
        assertThat(node(report, "s1").picked()).isZero();
        assertThat(node(report, "s1").utilization())
                .as("checks keep a core busy")
                .isPositive();
        assertThat(run.nextEventNanos()).isLessThan(11 * SECOND);
    }

    @Test
    void firstChecksAreSpreadOverTheInterval() {
        health = checks(CHECKS);
        clients = poisson(0);
        Run run = Run.of(with(4));
        List<Long> begun = new ArrayList<>();
        int seen = 0;
        for (long time = 0; time < 200_000_000; time += 100_000) {
            run.runUntil(time);
            Frame frame = frame(run);
            int checks = 0;
            for (int hop = 0; hop < frame.hops; hop++) {
                checks += frame.kind[hop] == HopKind.CHECK ? 1 : 0;
            }
            if (checks > seen) {
                begun.add(time / 1_000_000);
            }
            seen = checks;
        }
        assertThat(begun).containsExactly(0L, 50L, 100L, 150L);
    }

    @Test
    void aSlowAnswerIsAMissedCheckUnlessAConnectionIsAllThatIsAsked() {
        TimedCommand slow = at(1, new Command.Slow("s2", 200));
        clients = poisson(0);
        health = checks(CHECKS);
        assertThat(soFar(ran(with(2, slow), 5))).last().asString().startsWith("lb removed s2 after 3 missed checks");
        health = checks(new Health.Active(
                Health.Probe.CONNECT, Duration.ofMillis(200), Duration.ofMillis(100), 3, 2, null, null));
        assertThat(soFar(ran(with(2, slow), 5))).hasSize(1);
    }

    @Test
    void aBalancerThatCameBackTrustsAllItsTargetsButOneFailureFromDown() {
        health = checks(CHECKS);
        Run run = Run.of(with(2, at(1, new Command.Crash("s2")), at(2, new Command.Crash("lb"))));
        run.runUntil(3 * SECOND);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.IN_USE);
        int before = soFar(run).size();
        run.apply(new Command.Recover("lb"));
        run.runUntil(4 * SECOND);
        assertThat(soFar(run).subList(before, soFar(run).size()))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("lb removed s2 after 1 missed check within ");
    }

    @Test
    void passiveFailuresLeaveATargetOutForWholeSeconds() {
        passOn = new FailoverPolicy(2, Failure.NGINX, true, null);
        health = new Health(null, new Health.Passive(2, Duration.ofSeconds(3), Failure.NGINX), null, 0, Duration.ZERO);
        algorithm = Algorithm.WEIGHTED_ROUND_ROBIN;
        Run run = ran(with(3, at(1, new Command.Crash("s1")), at(7, new Command.Recover("s1"))), 10);
        assertThat(soFar(run))
                .contains("lb left s1 out after 2 failed requests", "lb took s1 back after a request went well");
        // Two at first, one more in second 5; the next, in second 9, goes well.
        assertThat(node(run.report(), "s1").outcomes().get(Outcome.REFUSED)
                        + node(run.report(), "s1").outcomes().get(Outcome.FAILED))
                .isEqualTo(3);
        assertThat(frame(run).target[1]).isEqualTo(TargetState.IN_USE);
    }

    @Test
    void ejectionTakesOutWhoFailsInARowAndKeepsItOutLonger() {
        passOn = new FailoverPolicy(2, Failure.NGINX, true, null);
        Health.Ejection rule = new Health.Ejection(
                5, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(30), 50, true, 5, 100, 1.9);
        health = new Health(null, null, rule, 0, Duration.ZERO);
        Run run = ran(with(4, at(0.5, new Command.Crash("s1"))), 10);
        assertThat(soFar(run).stream().filter(line -> line.startsWith("lb")))
                .containsExactly(
                        "lb ejected s1, which failed too often in a row, for 2 s",
                        "lb took s1 back after its ejection",
                        "lb ejected s1, which failed too often in a row, for 4 s",
                        "lb took s1 back after its ejection",
                        "lb ejected s1, which failed too often in a row, for 6 s");
        assertThat(frame(run).target[1]).isEqualTo(TargetState.EJECTED);
    }

    @Test
    void inAPanicAllTargetsAreUsed() {
        health = new Health(CHECKS, null, null, 50, Duration.ZERO);
        Run run = Run.of(with(4, at(1, new Command.Crash("s1")), at(2, new Command.Crash("s2"))));
        run.runUntil(4 * SECOND);
        assertThat(soFar(run)).as("half is enough").noneMatch(line -> line.contains("panics"));
        run.apply(new Command.Crash("s3"));
        run.runUntil(5 * SECOND);
        assertThat(soFar(run)).contains("lb panics, for 1 of 4 targets are healthy, and uses all");
        long refused = count(run, Outcome.REFUSED);
        run.runUntil(6 * SECOND);
        assertThat(count(run, Outcome.REFUSED)).as("three quarters of 1000/s").isBetween(refused + 650, refused + 850);
        run.apply(new Command.Recover("s1"));
        run.runUntil(7 * SECOND);
        assertThat(soFar(run)).contains("lb panics no more: 2 of 4 targets are healthy");
    }

    @Test
    void aBackupServesWhileChecksHaveTakenAllOthersOut() {
        health = checks(CHECKS);
        lastIsBackup = true;
        Run run = Run.of(with(3, at(1, new Command.Crash("s1")), at(1, new Command.Crash("s2"))));
        run.runUntil(SECOND);
        assertThat(node(run.report(), "s3").picked()).isZero();
        run.runUntil(2 * SECOND);
        long failed = run.report().outcomes().get(Outcome.REFUSED);
        run.runUntil(3 * SECOND);
        assertThat(count(run, Outcome.REFUSED)).isEqualTo(failed);
        assertThat(node(run.report(), "s3").picked()).isGreaterThan(1_000);
    }

    @Test
    void whoComesBackStartsSlowly() {
        health = new Health(CHECKS, null, null, 0, Duration.ofSeconds(8));
        algorithm = Algorithm.WEIGHTED_ROUND_ROBIN;
        Run run = Run.of(with(2, at(1, new Command.Crash("s2")), at(2, new Command.Recover("s2"))));
        run.runUntil(3 * SECOND);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.WARMING);
        long before = node(run.report(), "s2").picked();
        run.runUntil(4 * SECOND);
        long first = node(run.report(), "s2").picked() - before;
        assertThat(first).as("a ninth of the other's weight, then a fifth").isBetween(50L, 200L);
        run.runUntil(20 * SECOND);
        long whole = node(run.report(), "s2").picked();
        run.runUntil(21 * SECOND);
        assertThat(node(run.report(), "s2").picked() - whole).isBetween(420L, 580L);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.IN_USE);
    }

    @Test
    void otherRulesBeginAnew() {
        health = checks(CHECKS);
        Run run = Run.of(with(2, at(1, new Command.Crash("s2"))));
        run.runUntil(2 * SECOND);
        assertThat(frame(run).target[2]).isEqualTo(TargetState.CHECKED_OUT);
        health = Health.NONE;
        run.apply(new Command.Revise(with(2)));
        assertThat(frame(run).target[2]).isEqualTo(TargetState.IN_USE);
        long refused = count(run, Outcome.REFUSED);
        run.runUntil(3 * SECOND);
        assertThat(count(run, Outcome.REFUSED)).isGreaterThan(refused + 400);
    }

    @Test
    void theClockOfArrivalsIsTheSameWhateverTheHealth() {
        clients = poisson(1_000).arrivals(new Arrivals.Poisson(500));
        Run plain = ran(with(2), 5);
        health = new Health(
                CHECKS, Health.Passive.SETTINGS.usual(), Health.Ejection.SETTINGS.usual(), 50, Duration.ofSeconds(5));
        passOn = new FailoverPolicy(2, Failure.NGINX, true, Duration.ofSeconds(1));
        Run guarded = ran(with(2), 5);
        assertThat(guarded.report().requests()).isEqualTo(plain.report().requests());
        assertThat(node(guarded.report(), "s1").picked())
                .isEqualTo(node(plain.report(), "s1").picked());
    }
}
