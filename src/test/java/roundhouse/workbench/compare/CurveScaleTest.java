package roundhouse.workbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.analysis.LatencyCurve;

class CurveScaleTest {
    private static LatencyCurve curve(long... nanos) {
        List<LatencyCurve.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            points.add(new LatencyCurve.Point((i + 1.0) / nanos.length, nanos[i]));
        }
        return new LatencyCurve(points);
    }

    @Test
    void reachesFromTheShortestToTheLongestOfBothCurves() {
        CurveScale scale = CurveScale.of(curve(3_000_000, 40_000_000), curve(1_000_000, 100_000_000));
        assertThat(scale.at(1_000_000)).isZero();
        assertThat(scale.at(100_000_000)).isEqualTo(1, offset(1e-12));
        // As far from either end in powers of ten.
        assertThat(scale.at(10_000_000)).isEqualTo(0.5, offset(1e-12));
        assertThat(scale.marks())
                .containsExactly(
                        1_000_000L, 2_000_000L, 5_000_000L, 10_000_000L, 20_000_000L, 50_000_000L, 100_000_000L);
    }

    @Test
    void oneLatencyStandsInTheMiddleAndNoneHasAnAxisAllTheSame() {
        assertThat(CurveScale.of(curve(4_000_000), curve()).at(4_000_000)).isEqualTo(0.5, offset(1e-12));
        assertThat(CurveScale.of(curve(), curve()).marks()).isNotEmpty();
    }
}
