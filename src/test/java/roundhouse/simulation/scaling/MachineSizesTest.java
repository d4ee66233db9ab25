package roundhouse.simulation.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.soFar;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.routing.Outcome;
import roundhouse.scaling.UniversalScalability;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/** A machine gets larger, and how much that helps. */
class MachineSizesTest {
    private static final long SECOND = 1_000_000_000;

    /** Far more than it can bear, and each request takes 10 ms on one core alone. */
    private static Topology crowded(int cores, String more) {
        String server = String.format(Locale.ROOT, "\"service\": \"10ms\", \"cores\": %d %s", cores, more);
        return Groups.system("{ \"type\": \"constant\", \"rate\": \"20000/s\" }", "\"count\": 1", server, "");
    }

    private static double throughput(Run run, int seconds) {
        long before = run.report().outcomes().get(Outcome.OK);
        run.runUntil(run.nowNanos() + seconds * SECOND);
        return (double) (run.report().outcomes().get(Outcome.OK) - before) / seconds;
    }

    private static Command.Resize to(@Nullable Integer cores, @Nullable Double speed, @Nullable Duration restart) {
        return new Command.Resize("web", cores, speed, null, restart);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 31, 64})
    void coresHelpByTheUniversalScalabilityLaw(int cores) {
        UniversalScalability law = new UniversalScalability(0.03, 0.001, 100);
        Run run = Run.of(crowded(cores, ", \"scalability\": { \"contention\": 0.03, \"coherency\": 0.001 }"));
        run.runUntil(2 * SECOND);
        assertThat(throughput(run, 5)).isCloseTo(law.throughput(cores), within(law.throughput(cores) * 0.01));
    }

    @Test
    void aMachineGrowsWhileItRuns() {
        Run run = Run.of(crowded(1, ""));
        run.runUntil(2 * SECOND);
        assertThat(throughput(run, 5)).isCloseTo(100, within(1.0));
        run.apply(to(4, null, null));
        assertThat(throughput(run, 5)).isCloseTo(400, within(4.0));
        run.apply(to(null, 2.5, null));
        run.runUntil(run.nowNanos() + SECOND);
        assertThat(throughput(run, 5)).isCloseTo(1_000, within(10.0));
        assertThat(soFar(run)).contains("web is resized to 4 cores while it runs");
    }

    @Test
    void aRestartIsAnOutage() {
        Run run = Run.of(crowded(1, ""));
        run.runUntil(2 * SECOND);
        run.apply(to(4, null, Duration.ofSeconds(10)));
        assertThat(throughput(run, 10)).isZero();
        assertThat(throughput(run, 5)).isCloseTo(400, within(8.0));
    }

    @Test
    void thereIsALargest() {
        Run run = Run.of(crowded(8, ", \"scalability\": { \"largest\": 16 }"));
        run.runUntil(SECOND);
        run.apply(to(32, null, null));
        assertThat(soFar(run)).contains("web cannot have 32 cores: the largest machine has 16");
        run.apply(to(16, null, null));
        assertThat(soFar(run)).contains("web is resized to 16 cores while it runs");
    }
}
