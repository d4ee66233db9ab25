package roundhouse.workbench.ring.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunSeriesTest {
    private final RunSeries series = new RunSeries(10);

    @Test
    void keepsTheLatestMomentsAndTheirTimes() {
        for (int i = 0; i < 1_000; i++) {
            series.take(5L * i, List.of("a"), new double[] {i});
        }
        assertThat(series.size()).isEqualTo(240);
        assertThat(series.timeNanos(239)).isEqualTo(5L * 998);
        assertThat(series.value(0, 239)).isEqualTo(998);
        assertThat(series.timeNanos(239) - series.timeNanos(0)).isEqualTo(239 * 10);
        assertThat(series.highest()).isEqualTo(998);
    }

    @Test
    void beginsAnewWhenTimeGoesBackOrTheServersAreOthers() {
        series.take(100, List.of("a"), new double[] {1});
        series.take(200, List.of("a"), new double[] {2});
        series.take(50, List.of("a"), new double[] {3});
        assertThat(series.size()).isEqualTo(1);
        series.take(100, List.of("a", "b"), new double[] {4, 5});
        assertThat(series.size()).isEqualTo(1);
        assertThat(series.value(1, 0)).isEqualTo(5);
    }
}
