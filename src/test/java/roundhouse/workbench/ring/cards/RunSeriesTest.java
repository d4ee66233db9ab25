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
    void whatCameLaterIsGoneWhenTimeGoesBack() {
        for (long time : new long[] {100, 200, 300}) {
            series.take(time, List.of("a"), new double[] {time});
        }
        series.take(250, List.of("a"), new double[] {7});
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.value(0, 1)).isEqualTo(200);
        assertThat(series.value(0, 2)).isEqualTo(7);
        series.take(0, List.of("a"), new double[] {8});
        assertThat(series.size()).isEqualTo(1);
    }

    /** A seek shows nothing of what it passes, so there must be no line across; very fast play has far moments all the time. */
    @Test
    void aLeapBeginsAnewUnlessMomentsAreThatFarApart() {
        long second = 1_000_000_000L;
        series.take(second, List.of("a"), new double[] {1});
        series.take(2 * second, List.of("a"), new double[] {2});
        series.take(26 * second, List.of("a"), new double[] {3});
        assertThat(series.size()).isEqualTo(1);
        series.take(30 * second, List.of("a"), new double[] {4});
        series.take(38 * second, List.of("a"), new double[] {5});
        series.take(46 * second, List.of("a"), new double[] {6});
        assertThat(series.size()).isEqualTo(4);
    }

    @Test
    void aServerThatComesHadNothingBeforeAndOneThatGoesLeavesTheOthersAsTheyWere() {
        series.take(100, List.of("a", "b"), new double[] {1, 2});
        series.take(200, List.of("b", "c"), new double[] {3, 4});
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.value(0, 0)).isEqualTo(2);
        assertThat(series.value(0, 1)).isEqualTo(3);
        assertThat(series.value(1, 0)).isZero();
        assertThat(series.value(1, 1)).isEqualTo(4);
    }

    /** Names can change while time stands still: a drawing with the names before would have no colours for them. */
    @Test
    void tellsThatADrawingIsOutOfDateAlsoWhereNoMomentIsNew() {
        double[] none = {};
        double[] one = {1};
        assertThat(series.take(100, List.of(), none)).isTrue();
        assertThat(series.take(110, List.of(), none)).isTrue();
        assertThat(series.take(110, List.of(), none)).isFalse();
        assertThat(series.take(110, List.of("a"), one)).isTrue();
        assertThat(series.take(110, List.of("a"), one)).isFalse();
        assertThat(series.take(105, List.of("a"), one)).isTrue();
        assertThat(series.size()).isEqualTo(1);
        assertThat(series.take(105, List.of(), none)).isTrue();
    }
}
