package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.node;
import static roundhouse.simulation.testing.Systems.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.testing.OneBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.ErrorScope;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * HAProxy's {@code on-marked-down shutdown-sessions} and {@code on-marked-up shutdown-backup-sessions}: what hangs at a target is broken
 * off when checks find it out, 200 ms after one another, the third after a timeout of 100 ms.
 */
class MarkedActionsTest extends OneBalancer {
    private static final Set<Failure> UNANSWERED = Set.of(Failure.REFUSED, Failure.BROKEN);

    private void marked(boolean down, boolean up) {
        health = checks(new Health.Active(
                Health.Probe.REQUEST,
                Duration.ofMillis(200),
                Duration.ofMillis(100),
                3,
                2,
                null,
                null,
                CheckQuestion.USUAL,
                new MarkedActions(down, up)));
    }

    /** Half of 100 requests/s hang at s2 from 1 s until it is taken out; with ten seconds for each. */
    private Run hanging(double seconds) {
        clients = Systems.clients("users", new Arrivals.Constant(100)).timeout(Duration.ofSeconds(10));
        return ran(with(2, at(1, new Command.Crash("s2", CrashMode.BLACK_HOLE))), seconds);
    }

    private static long shutDown(Run run) {
        return transcript(run).stream()
                .filter(line -> line.startsWith("lb shut down what it had at s2: "))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*: ([0-9]+) request.*", "$1")))
                .sum();
    }

    @Test
    void withoutItRequestsHangUntilTheirClientsGiveUp() {
        marked(false, false);
        Run run = hanging(5);
        assertThat(count(run, Outcome.FAILED)).isZero();
        assertThat(run.report().unfinished()).isGreaterThan(30);
        assertThat(shutDown(run)).isZero();
    }

    @Test
    void withItTheyFailWhenTheTargetIsMarkedDown() {
        marked(true, false);
        Run run = hanging(5);
        long failed = count(run, Outcome.FAILED);
        assertThat(failed).isGreaterThan(30).isEqualTo(shutDown(run));
        assertThat(count(run, Outcome.OK) + failed + run.report().unfinished())
                .isEqualTo(run.report().requests());
        assertThat(run.report().unfinished()).isLessThan(3);
        run.runUntil(15 * SECOND);
        assertThat(count(run, Outcome.TIMED_OUT)).isZero();
    }

    @Test
    void theyArePassedOnWhereABrokenConnectionIsAReason() {
        marked(true, false);
        passOn = new FailoverPolicy(2, UNANSWERED, true, null);
        Run run = hanging(5);
        assertThat(count(run, Outcome.FAILED)).isZero();
        assertThat(shutDown(run)).isGreaterThan(30);
        assertThat(count(run, Outcome.OK) + run.report().unfinished())
                .isEqualTo(run.report().requests());
        assertThat(run.report().latency().maxNanos()).isBetween(SECOND / 2, SECOND);
    }

    /** A target that does the work all the same: its late replies are nobody's. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lateRepliesCountForNobody(boolean timed) {
        marked(true, false);
        passOn = new FailoverPolicy(2, UNANSWERED, true, timed ? Duration.ofSeconds(5) : null);
        clients = Systems.clients("users", new Arrivals.Constant(100)).timeout(Duration.ofSeconds(10));
        Run run = ran(with(2, at(1, new Command.Slow("s2", 700)), at(2, new Command.Recover("s2"))), 10);
        assertThat(count(run, Outcome.OK) + run.report().unfinished())
                .isEqualTo(run.report().requests());
        assertThat(node(run.report(), "s2").served()).isGreaterThan(shutDown(run));
        assertThat(run.report().nodes().get("s2").inFlight().max()).isPositive();
        assertThat(frameInFlight(run)).isLessThan(3);
    }

    private static int frameInFlight(Run run) {
        return Systems.frame(run).inFlight[1] + Systems.frame(run).inFlight[3];
    }

    /** Ten users keep their connections; five of them lead to s2. All are served by s1 once those are closed. */
    @Test
    void keptConnectionsAreClosed() {
        layer = 4;
        clients = Systems.clients("users", new Arrivals.Constant(100))
                .users(10)
                .keepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60));
        for (boolean shut : List.of(false, true)) {
            marked(shut, false);
            Run run = ran(with(2, at(1, new Command.Errors("s2", 1, ErrorScope.CHECKS))), 3);
            long before = node(run.report(), "s2").picked();
            run.runUntil(6 * SECOND);
            long later = node(run.report(), "s2").picked() - before;
            if (shut) {
                assertThat(later).isZero();
                assertThat(String.join("\n", transcript(run)))
                        .contains("lb shut down what it had at s2: ", " kept connection");
            } else {
                assertThat(later).isGreaterThan(100);
            }
        }
    }

    /** s2 is the backup of s1. At layer 4 connections stay with it when s1 is back, unless they are shut down. */
    @Test
    void backupsLoseTheirConnectionsWhenAnotherTargetIsBack() {
        layer = 4;
        lastIsBackup = true;
        clients = Systems.clients("users", new Arrivals.Constant(100))
                .users(10)
                .keepAlive(Integer.MAX_VALUE, Duration.ofSeconds(60));
        for (boolean shut : List.of(false, true)) {
            marked(true, shut);
            Run run = ran(
                    with(2, at(1, new Command.Errors("s1", 1, ErrorScope.CHECKS)), at(3, new Command.Recover("s1"))),
                    4);
            long before = node(run.report(), "s2").picked();
            assertThat(before).isPositive();
            run.runUntil(6 * SECOND);
            long later = node(run.report(), "s2").picked() - before;
            assertThat(later > 0).isEqualTo(!shut);
        }
    }

    @Test
    void isReplayedEqually() {
        marked(true, true);
        Run run = hanging(3);
        run.apply(new Command.Recover("s2"));
        run.runUntil(6 * SECOND);
        Replay again = new Replay(with(2, at(1, new Command.Crash("s2", CrashMode.BLACK_HOLE))), run.log());
        again.runUntil(6 * SECOND);
        assertThat(again.run().report()).isEqualTo(run.report());
    }
}
