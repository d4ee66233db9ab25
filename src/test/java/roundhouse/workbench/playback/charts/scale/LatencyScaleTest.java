package roundhouse.workbench.playback.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyScaleTest {
    @Test
    void reachesFromTheShortestToTheLongest() {
        LatencyScale scale = LatencyScale.of(LongStream.of(3_000_000, 40_000_000, 1_000_000, 100_000_000));
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
        assertThat(LatencyScale.of(LongStream.of(4_000_000)).at(4_000_000)).isEqualTo(0.5, offset(1e-12));
        assertThat(LatencyScale.of(LongStream.of()).marks()).isNotEmpty();
    }
}
