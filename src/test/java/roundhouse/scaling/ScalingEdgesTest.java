package roundhouse.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.scaling.HorizontalAutoscaler.Decision;
import roundhouse.scaling.HorizontalAutoscaler.Reason;

/** What the recordings of autoscalers and the tables of formulas do not reach. */
class ScalingEdgesTest {
    private static final long SECOND = 1_000_000_000;

    private static Pod running(long metric) {
        return new Pod(OptionalLong.of(metric), 10, Pod.Phase.RUNNING, true, true, false);
    }

    private static Pod unmeasured() {
        return new Pod(OptionalLong.empty(), 10, Pod.Phase.RUNNING, true, true, false);
    }

    private static Pod pending() {
        return new Pod(OptionalLong.empty(), 10, Pod.Phase.PENDING, false, false, false);
    }

    @Test
    void withoutAnyMeasurementNothingChanges() {
        List<Pod> pods = List.of(unmeasured(), pending());
        assertThat(ReplicaCalculator.byUtilisation(7, pods, 50)).isEqualTo(7);
        assertThat(ReplicaCalculator.byMean(7, pods, 50)).isEqualTo(7);
    }

    @Test
    void fromNoneAQueueAsksForAsManyAsItIsLong() {
        assertThat(ReplicaCalculator.byValue(0, List.of(), 25, 10)).isEqualTo(3);
        assertThat(ReplicaCalculator.byAverage(2, 25, 10)).isEqualTo(3);
        assertThat(ReplicaCalculator.byAverage(3, 27, 10))
                .as("a tenth below is near enough")
                .isEqualTo(3);
    }

    /** One that is not measured is taken to be at its target when there is too little to do: 4 + 10 among 3, a mean of 4. */
    @Test
    void whatIsMissingIsTakenToBeAtTheTargetOnTheWayDown() {
        assertThat(ReplicaCalculator.byMean(3, List.of(running(2), running(2), unmeasured()), 10))
                .isEqualTo(2);
    }

    /** 24 of two, with the one that starts 8 each: no longer too much, so nothing changes. */
    @Test
    void whatStartsIsTakenToDoNothingOnTheWayUp() {
        assertThat(ReplicaCalculator.byMean(2, List.of(running(12), running(12), pending()), 10))
                .isEqualTo(2);
        assertThat(ReplicaCalculator.byMean(2, List.of(running(12), running(12)), 10))
                .isEqualTo(3);
    }

    /** Two in a minute: at 30 s they are used up, at 60 s there are two more. */
    @Test
    void aPolicyCountsWhatCameInItsPeriod() {
        ScalingRules two =
                new ScalingRules(List.of(new ScalingRules.Policy(false, 2, 60 * SECOND)), ScalingRules.Select.MAX, 0);
        HorizontalAutoscaler scaler = new HorizontalAutoscaler(1, 20, two, two);
        assertThat(scaler.decide(5, 20, 0)).isEqualTo(new Decision(7, Reason.SCALE_UP_LIMIT));
        assertThat(scaler.decide(7, 20, 30 * SECOND)).isEqualTo(new Decision(7, Reason.SCALE_UP_LIMIT));
        assertThat(scaler.decide(7, 20, 60 * SECOND)).isEqualTo(new Decision(9, Reason.SCALE_UP_LIMIT));
        HorizontalAutoscaler shrinking = new HorizontalAutoscaler(1, 20, two, two);
        assertThat(shrinking.decide(9, 1, 0)).isEqualTo(new Decision(7, Reason.SCALE_DOWN_LIMIT));
        assertThat(shrinking.decide(7, 1, 30 * SECOND)).isEqualTo(new Decision(7, Reason.SCALE_DOWN_LIMIT));
        assertThat(shrinking.decide(7, 1, 60 * SECOND)).isEqualTo(new Decision(5, Reason.SCALE_DOWN_LIMIT));
    }

    @Test
    void leastAndMostAreSaidAsTheReasonWhereTheyAreIt() {
        HorizontalAutoscaler scaler = new HorizontalAutoscaler(2, 6, ScalingRules.UP, ScalingRules.DOWN);
        assertThat(scaler.limited(4, 9, 0)).isEqualTo(new Decision(6, Reason.TOO_MANY_REPLICAS));
        assertThat(scaler.limited(4, 6, 0)).isEqualTo(new Decision(6, Reason.DESIRED_WITHIN_RANGE));
        assertThat(scaler.limited(4, 1, 0)).isEqualTo(new Decision(2, Reason.TOO_FEW_REPLICAS));
        assertThat(scaler.limited(4, 2, 0)).isEqualTo(new Decision(2, Reason.DESIRED_WITHIN_RANGE));
        scaler.bounds(3, 4);
        assertThat(scaler.limited(4, 9, 0)).isEqualTo(new Decision(4, Reason.TOO_MANY_REPLICAS));
    }

    @Test
    void fromAsManyErlangsAsServersOnEverybodyWaits() {
        assertThat(Erlang.waiting(3, 3)).isEqualTo(1);
        assertThat(Erlang.waiting(3, 4)).isEqualTo(1);
        assertThat(Erlang.meanWait(3, 4)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Erlang.serversFor(0.5, 0.5)).as("M/M/1 at a half").isEqualTo(1);
        assertThat(Erlang.serversFor(0.5, 0.49)).isEqualTo(2);
    }

    @Test
    void aFitNeedsThreeMeasurements() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UniversalScalabilityFit.of(new double[] {1, 2}, new double[] {1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UniversalScalabilityFit.of(new double[] {1, 2, 3}, new double[] {1, 2}));
        UniversalScalability law = new UniversalScalability(0.05, 0.001, 100);
        double[] n = {1, 8, 32};
        UniversalScalability fit = UniversalScalabilityFit.of(
                n, Arrays.stream(n).map(law::throughput).toArray());
        assertThat(fit.alpha()).isCloseTo(0.05, within(1e-6));
        assertThat(fit.beta()).isCloseTo(0.001, within(1e-7));
        assertThat(fit.gamma()).isCloseTo(100, within(1e-4));
    }

    /** Measurements that grow faster than the number fit no law with a delay; then both are 0 and the slope is by least squares. */
    @Test
    void whatGrowsTooFastHasNeitherContentionNorDelay() {
        double[] n = {1, 2, 3, 4};
        double[] y = {1, 2.4, 4, 6};
        UniversalScalability fit = UniversalScalabilityFit.of(n, y);
        assertThat(List.of(fit.alpha(), fit.beta())).containsOnly(0.0);
        double slope =
                IntStream.range(0, n.length).mapToDouble(i -> n[i] * y[i]).sum()
                        / Arrays.stream(n).map(i -> i * i).sum();
        assertThat(fit.gamma()).isCloseTo(slope, within(1e-6));
    }

    @Test
    void figuresAndFindingsHaveTheirNames() {
        assertThat(Arrays.stream(GroupFigure.values()).map(GroupFigure::key))
                .contains("count", "max count", "reversals");
        assertThat(GroupFigure.REVERSALS.meaning()).startsWith("How often a group grew");
        assertThat(Arrays.stream(ScalingFinding.values()).map(ScalingFinding::key))
                .contains("saturation-trap");
        assertThat(ScalingFinding.OVERSHOOT.word()).isEqualTo("too many");
    }
}
