package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Balancers;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.LinkDirection;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.traffic.Arrivals;

/**
 * What a check that only connects finds out, and when, as HAProxy's plain TCP check would: it succeeds wherever something still
 * accepts, though a server that is paused, or that crashed after accepting, answers no request. A check that asks for an answer is
 * there to compare.
 *
 * <p>s2 goes wrong at 1 s and is well again at 3 s. Checks begin 200 ms after the last ended and may take 100 ms; three failures take
 * out, two successes bring back. The first one of s2 is sent at 100 ms; connecting takes 0.4 ms, an answer 1.4 ms. A request comes
 * every 10 ms, every second one to s2, and waits for 300 ms.
 */
class ConnectCheckTest {
    private static final long MICRO = 1_000;

    /**
     * @param out when s2 was found out, microseconds; 0 for never
     * @param back when it was taken back
     * @param refused requests that were refused in all
     * @param timedOut requests that nobody answered in time
     */
    private record Case(Health.Probe probe, Command wrong, long out, long back, long refused, long timedOut) {
        @Override
        public String toString() {
            return probe + " " + wrong;
        }
    }

    static Stream<Case> cases() {
        Command refuses = new Command.Crash("s2", CrashMode.REFUSE);
        Command silent = new Command.Crash("s2", CrashMode.BLACK_HOLE);
        Command accepts = new Command.Crash("s2", CrashMode.AFTER_ACCEPT);
        Command paused = new Command.Pause("s2");
        Command cut = new Command.Cut("lb", "s2", LinkDirection.BOTH);
        return Stream.of(
                // Sent at 1102, 1302.4 and 1502.8 ms, each refused 0.4 ms later; then down to 3106 and 3306.4.
                new Case(Health.Probe.CONNECT, refuses, 1_503_200, 3_306_800, 26, 0),
                // Sent at 1102, 1402 and 1702 ms, each given up 100 ms later; those of 3202 and 3402.4 succeed.
                new Case(Health.Probe.CONNECT, silent, 1_802_000, 3_402_800, 0, 41),
                new Case(Health.Probe.CONNECT, cut, 1_802_000, 3_402_800, 0, 41),
                // Never, though every second request from 1000 to 2980 ms is lost.
                new Case(Health.Probe.CONNECT, accepts, 0, 0, 0, 100),
                // Never. Of those from 1000 ms on the ones up to 2700 have waited in vain, and that of 2720 waits for
                // 86
                // others of which four are served at once.
                new Case(Health.Probe.CONNECT, paused, 0, 0, 0, 87),
                // Sent at 1107, 1407 and 1707 ms; those of 3207 and 3408.4 are answered.
                new Case(Health.Probe.REQUEST, accepts, 1_807_000, 3_409_800, 0, 41),
                // That of 2907 ms is answered after those before it, 48 in all, and so too late.
                new Case(Health.Probe.REQUEST, paused, 1_807_000, 3_409_800, 0, 41));
    }

    private static Topology topology(Case its) {
        Health.Active active =
                new Health.Active(its.probe(), Duration.ofMillis(200), Duration.ofMillis(100), 3, 2, null, null);
        Health health = new Health(active, null, null, 0, Duration.ZERO);
        Command well = its.wrong() instanceof Command.Cut ? new Command.Mend("lb", "s2") : new Command.Recover("s2");
        return system(
                        5,
                        List.of(
                                Systems.clients("users", new Arrivals.Constant(100))
                                        .timeout(Duration.ofMillis(300))
                                        .build(),
                                Balancers.of("lb", 7, Algorithm.ROUND_ROBIN, Sticky.OFF, health, FailoverPolicy.NEVER),
                                server("s1", 4, fixed(1_000)),
                                server("s2", 4, fixed(1_000))),
                        List.of(
                                link("users", "lb", fixed(500)),
                                link("lb", "s1", fixed(200)),
                                link("lb", "s2", fixed(200))))
                .withScenario(List.of(at(1, its.wrong()), at(3, well)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsOutWhatAndWhen(Case its) {
        Run run = Run.of(topology(its));
        Frame frame = new Frame();
        run.runUntil(3 * SECOND - 1);
        run.observe(frame);
        assertThat(frame.target[2]).isEqualTo(its.out() == 0 ? TargetState.IN_USE : TargetState.CHECKED_OUT);
        assertThat(frame.targetSinceNanos[2]).isEqualTo(its.out() * MICRO);
        run.runUntil(5 * SECOND);
        run.observe(frame);
        assertThat(frame.target[2]).isEqualTo(TargetState.IN_USE);
        assertThat(frame.targetSinceNanos[2]).isEqualTo(its.back() * MICRO);
        Report report = run.report();
        assertThat(report.outcomes().get(Outcome.REFUSED)).isEqualTo(its.refused());
        assertThat(report.outcomes().get(Outcome.TIMED_OUT)).isEqualTo(its.timedOut());
        assertThat(report.transcript().stream()
                        .filter(notice -> notice.text().startsWith("lb "))
                        .count())
                .isEqualTo(its.out() == 0 ? 0 : 2);
    }
}
