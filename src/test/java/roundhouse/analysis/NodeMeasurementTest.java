package roundhouse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.testing.Systems.exponential;
import static roundhouse.simulation.testing.Systems.poisson;
import static roundhouse.simulation.testing.Systems.queue;
import static roundhouse.simulation.testing.Systems.server;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.analysis.queueing.QueueTheory;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;

/** A node that is measured anew: the report's values, and intervals that hold what theory says. */
class NodeMeasurementTest {
    private static final long SECOND = 1_000_000_000;
    private static final Topology MM1 =
            queue(3, poisson(600), server("s", 1, exponential(1_000))).withWarmUp(Duration.ofSeconds(10));

    private static NodeMeasurement.Result measured(long untilNanos, long step) {
        NodeMeasurement measuring = new NodeMeasurement(MM1, List.of(), "s", untilNanos);
        while (!measuring.advance(step)) {
            // Each call measures a little.
        }
        return measuring.result();
    }

    private static Measured of(NodeMeasurement.Result result, Quantity quantity) {
        return Objects.requireNonNull(result.figures().get(quantity));
    }

    @Test
    void itsValuesAreTheReports() {
        Run run = Run.of(MM1);
        run.runUntil(40 * SECOND);
        Report.NodeReport report = Objects.requireNonNull(run.report().nodes().get("s"));
        NodeMeasurement.Result result = measured(40 * SECOND, 50_000_000);
        assertThat(result.samples()).isEqualTo(report.latency().count());
        assertThat(result.fromNanos()).isEqualTo(10 * SECOND);
        assertThat(of(result, Quantity.MEAN_LATENCY).value())
                .isCloseTo(report.latency().meanNanos() / 1e9, within(1e-12));
        assertThat(of(result, Quantity.P99_LATENCY).value())
                .isEqualTo(report.latency().p99Nanos() / 1e9);
        assertThat(of(result, Quantity.UTILISATION).value()).isEqualTo(report.utilization());
        assertThat(of(result, Quantity.IN_FLIGHT).value())
                .isEqualTo(report.inFlight().mean());
        assertThat(of(result, Quantity.IN_FLIGHT).batches()).isEqualTo(30);
        assertThat(measured(40 * SECOND, 7 * SECOND).figures())
                .as("in other steps")
                .isEqualTo(result.figures());
    }

    @Test
    void theIntervalsHoldWhatTheoryExpects() {
        NodeMeasurement.Result result = measured(110 * SECOND, SECOND);
        QueueTheory.of(MM1, "s").forEach((quantity, form) -> {
            Measured measured = of(result, quantity);
            assertThat(measured.interval().isKnown()).as(quantity.label()).isTrue();
            assertThat(measured.interval().halfWidth()).as(quantity.label()).isLessThan(0.2 * form.value());
            assertThat(measured.interval().covers(measured.value() - form.value()))
                    .as("%s: %s of %s", quantity.label(), measured, form.value())
                    .isTrue();
        });
    }

    @Test
    void nothingIsKnownInTheWarmUpAndNoIntervalSoonAfter() {
        assertThat(measured(9 * SECOND, SECOND).figures()).isEmpty();
        assertThat(of(measured(15 * SECOND, SECOND), Quantity.MEAN_LATENCY)
                        .interval()
                        .isKnown())
                .isFalse();
    }
}
