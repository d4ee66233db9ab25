package roundhouse.workbench.playback.charts.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.history.RunHistory;

class HistogramModelTest {
    private static final long TENTH = 100_000_000;

    @Test
    void percentilesAreThoseOfAnHdrHistogramButForTheClass() {
        SplittableRandom random = new SplittableRandom(8);
        Histogram exact = new Histogram(3);
        List<List<Long>> spans = Collections.nCopies(50, 0).stream()
                .map(_ -> random.longs(200, 1, 2_000).boxed().toList())
                .toList();
        spans.forEach(span -> span.forEach(millis -> exact.recordValue(millis * 1_000_000)));
        HistogramModel histogram = HistogramModel.of(LatencyHeatTest.history(spans), 0, 50 * TENTH);
        assertThat(histogram.total()).isEqualTo(10_000);
        for (int i = 0; i < HistogramModel.PERCENTS.size(); i++) {
            assertThat((double) histogram.percentiles().get(i))
                    .isCloseTo(
                            exact.getValueAtPercentile(HistogramModel.PERCENTS.get(i)), Percentage.withPercentage(6));
        }
    }

    @Test
    void itIsOfTheStretchAlone() {
        RunHistory history = LatencyHeatTest.history(List.of(List.of(10L), List.of(20L, 20L), List.of(500L)));
        HistogramModel part = HistogramModel.of(history, TENTH, 2 * TENTH);
        assertThat(part.total()).isEqualTo(2);
        assertThat(part.most()).isEqualTo(2);
        assertThat(part.untilRow() - part.fromRow()).as("one class").isEqualTo(1);
        assertThat(part.below(part.fromRow())).isEqualTo(1);
        assertThat(HistogramModel.of(history, 0, 3 * TENTH).total()).isEqualTo(4);
    }

    @Test
    void itSaysHowManyAndThePercentiles() {
        RunHistory history = LatencyHeatTest.history(List.of(Collections.nCopies(1_000, 64L)));
        assertThat(HistogramModel.of(history, 0, TENTH).text())
                .startsWith("1\u202f000 requests\np50 6")
                .contains("\np99.9 6")
                .contains(" ms");
        assertThat(HistogramModel.of(history, TENTH, TENTH).text()).isEqualTo("No request ended well yet");
    }

    @Test
    void roundLatenciesHaveNoNeedlessDigits() {
        assertThat(LatencyAxis.text(20_000_000)).isEqualTo("20 ms");
        assertThat(LatencyAxis.text(1_000_000_000)).isEqualTo("1 s");
        assertThat(LatencyAxis.text(500_000)).isEqualTo("500 µs");
    }
}
