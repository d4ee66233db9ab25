package roundhouse.simulation.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** A report leaves out what was left out while it ran, whatever the warm-up has become since. */
class WarmUpTest {
    private static final Topology SYSTEM = queue(1, poisson(100), server("s", 1, fixed(1_000)));

    private static Topology warmingUp(double seconds) {
        return SYSTEM.withWarmUp(Duration.ofMillis((long) (seconds * 1_000)));
    }

    /** Down from 1 s to 3 s of 4; the warm-up becomes 3 s when nothing can be left out any more. */
    @Test
    void oneThatIsRaisedWhenItIsOverLeavesNothingOut() {
        Run run = Run.of(SYSTEM);
        run.runUntil(SECOND);
        run.apply(new Command.Crash("s"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(warmingUp(3)));
        run.runUntil(3 * SECOND);
        run.apply(new Command.Recover("s"));
        run.runUntil(4 * SECOND);
        Report report = run.report();
        assertThat(report.warmUpNanos()).isZero();
        assertThat(report.isMeasured()).isTrue();
        Report.NodeReport server = report.nodes().get("s");
        assertThat(server.availability(report.simulatedNanos() - report.warmUpNanos()))
                .isCloseTo(0.5, within(1e-9));
    }

    /** A warm-up of 5 s becomes one of 1 s after 2 s: what came before is left out, and no more. */
    @Test
    void oneThatIsLoweredIsOverAtOnce() {
        Run run = Run.of(warmingUp(5));
        run.runUntil(SECOND);
        run.apply(new Command.Crash("s"));
        run.runUntil(2 * SECOND);
        run.apply(new Command.Revise(warmingUp(1)));
        assertThat(run.report().isMeasured()).isFalse();
        run.runUntil(3 * SECOND);
        run.apply(new Command.Recover("s"));
        run.runUntil(4 * SECOND);
        Report report = run.report();
        assertThat(report.warmUpNanos()).isEqualTo(2 * SECOND);
        assertThat(report.nodes().get("s").downNanos()).isEqualTo(SECOND);
        assertThat(report.nodes().get("users").little().left()).isLessThan(run.requests());
    }

    @Test
    void oneThatIsRaisedBeforeItIsOverIsLonger() {
        Run run = Run.of(warmingUp(1));
        run.runUntil(SECOND / 2);
        run.apply(new Command.Revise(warmingUp(2)));
        run.runUntil(3 * SECOND / 2);
        assertThat(run.report().isMeasured()).isFalse();
        run.runUntil(3 * SECOND);
        assertThat(run.report().warmUpNanos()).isEqualTo(2 * SECOND);
        assertThat(run.report().latency().count()).isBetween(60L, 140L);
    }

    @Test
    void whatWasAddedThisMomentIsNotMeasured() {
        Run run = Run.of(SYSTEM);
        run.runUntil(SECOND);
        run.apply(new Command.Add(server("late", 1, fixed(1)), List.of()));
        Report.NodeReport late = run.report().nodes().get("late");
        assertThat(late.inFlight().mean()).isNaN();
        assertThat(late.utilization()).isNaN();
        run.runUntil(2 * SECOND);
        late = run.report().nodes().get("late");
        assertThat(late.inFlight().mean()).isZero();
        assertThat(late.utilization()).isZero();
    }
}
