package roundhouse.simulation.observing.expecting;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.testing.Systems.SECOND;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.testing.BalancerPairs;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Expectation;

/**
 * How long a standby took to take over, after each crash. Heartbeats set out each second and are 2 ms under way; the standby waits for
 * 3.609375 s after the last one. After a crash half a second past a heartbeat it takes over 3.111375 s later.
 */
class TakeoverExpectationTest {
    private static final double AFTER_HALF_A_SECOND = 3.111_375e9;

    private static TimedCommand at(double seconds, Command command) {
        return new TimedCommand(Duration.ofMillis(Math.round(seconds * 1_000)), command);
    }

    private static Expectation.Takeover within(String seconds) {
        return new Expectation.Takeover(
                "lb-2", Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1_000)), "lb-1");
    }

    private static Run run(String within, double seconds, boolean preempt, TimedCommand... scenario) {
        Run run = Run.of(topology(within, preempt, scenario));
        run.runUntil(Math.round(seconds * SECOND));
        return run;
    }

    private static Topology topology(String within, boolean preempt, TimedCommand... scenario) {
        return BalancerPairs.pair(
                        1, BalancerPairs.balancer("lb-1", 150, preempt), BalancerPairs.balancer("lb-2", 100, true))
                .withScenario(Arrays.asList(scenario))
                .withExpect(List.of(within(within)));
    }

    private static Verdict verdict(Run run) {
        return run.report().verdicts().getFirst();
    }

    private static String text(Run run) {
        return verdict(run).state() + ": " + verdict(run).finding();
    }

    @Test
    void theTimeFromTheCrashToTheTakeover() {
        Run run = run("4", 20, true, at(10.5, new Command.Crash("lb-1")));
        assertThat(verdict(run))
                .isEqualTo(new Verdict.Met(within("4"), AFTER_HALF_A_SECOND, "after the crash at 10500ms"));
        assertThat(text(run)).isEqualTo("met: measured 3.111 s after the crash at 10500ms");
        assertThat(text(run("3", 20, true, at(10.5, new Command.Crash("lb-1")))))
                .isEqualTo("missed: measured 3.111 s after the crash at 10500ms, 111.4 ms too late");
    }

    @Test
    void whateverPutItDown() {
        List<Command> crashes = List.of(
                new Command.Crash("lb-1", CrashMode.BLACK_HOLE),
                new Command.Crash("lb-1", CrashMode.AFTER_ACCEPT),
                new Command.Restart("lb-1", Duration.ofSeconds(5)),
                new Command.Flap("lb-1", Duration.ofSeconds(5), Duration.ofMinutes(1)));
        for (Command crash : crashes) {
            assertThat(verdict(run("4", 20, true, at(10.5, crash))))
                    .as(crash.toString())
                    .isEqualTo(new Verdict.Met(within("4"), AFTER_HALF_A_SECOND, "after the crash at 10500ms"));
        }
    }

    @Test
    void untilTheTimeIsUpNothingIsKnown() {
        TimedCommand crash = at(10.5, new Command.Crash("lb-1"));
        assertThat(text(run("4", 10, true, crash))).isEqualTo("not known: lb-1 did not crash");
        assertThat(text(run("4", 13, true, crash))).isEqualTo("not known: the run has not got to 14500ms");
        assertThat(text(run("3", 13.5, true, crash))).isEqualTo("not known: the run has not got to 13500ms");
        assertThat(text(run("3", 13.6, true, crash)))
                .isEqualTo("missed: no takeover in the 3.1 s after the crash at 10500ms");
    }

    @Test
    void whoIsDownTakesNothingOver() {
        Run run = run("4", 40, true, at(5, new Command.Crash("lb-2")), at(10.5, new Command.Crash("lb-1")));
        assertThat(text(run)).isEqualTo("missed: no takeover in the 29.5 s after the crash at 10500ms");
    }

    /** 10.5 s and 30.9 s: the second one comes 0.9 s after a heartbeat and is over sooner. */
    @Test
    void everyCrashIsFollowedAndTheSlowestCounts() {
        TimedCommand[] twice = {
            at(10.5, new Command.Crash("lb-1")), at(20, new Command.Recover("lb-1")),
            at(30.9, new Command.Crash("lb-1")), at(40, new Command.Recover("lb-1"))
        };
        Run run = run("4", 50, true, twice);
        assertThat(BalancerPairs.takeovers(run).stream()
                        .filter(line -> line.text().startsWith("lb-2 ")))
                .hasSize(2);
        assertThat(((Verdict.Met) verdict(run)).measured()).isBetween(AFTER_HALF_A_SECOND, 3.609e9);
    }

    /** The standby is down at the second crash and back a second after it. */
    @Test
    void oneCrashThatIsNotFollowedInTimeIsEnough() {
        Run run = run(
                "4",
                50,
                true,
                at(10.5, new Command.Crash("lb-1")),
                at(20, new Command.Recover("lb-1")),
                at(29, new Command.Crash("lb-2")),
                at(30.5, new Command.Crash("lb-1")),
                at(31.5, new Command.Recover("lb-2")));
        assertThat(text(run)).isEqualTo("missed: measured 4.609 s after the crash at 30500ms, 609.4 ms too late");
    }

    @Test
    void whereTheOtherOneWasActiveAlreadyThereIsNothingToTakeOver() {
        TimedCommand[] commands = {
            at(10.5, new Command.Crash("lb-1")), at(20, new Command.Recover("lb-1")), at(30, new Command.Crash("lb-1"))
        };
        assertThat(verdict(run("4", 50, false, commands)))
                .isEqualTo(new Verdict.Met(within("4"), AFTER_HALF_A_SECOND, "after the crash at 10500ms"));
        Topology late = topology("4", false, commands).withWarmUp(Duration.ofSeconds(15));
        Run run = Run.of(late);
        run.runUntil(25 * SECOND);
        assertThat(text(run)).isEqualTo("not known: lb-1 did not crash after the warm-up");
        run.runUntil(50 * SECOND);
        assertThat(text(run)).isEqualTo("not known: lb-2 was active already when lb-1 crashed");
    }

    @Test
    void writtenAfterTheCrashItIsMeasuredAllTheSame() {
        Topology topology = topology("4", true, at(10.5, new Command.Crash("lb-1")));
        Run run = Run.of(topology.withExpect(List.of()));
        run.runUntil(30 * SECOND);
        run.apply(new Command.Revise(topology));
        assertThat(text(run)).isEqualTo("met: measured 3.111 s after the crash at 10500ms");
    }
}
