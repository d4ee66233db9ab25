package roundhouse.workbench.playback.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final long MS = 1_000_000;

    private static List<String> texts(long spanMillis, double width) {
        TimeTicks ticks = TimeTicks.of(TimeView.whole(spanMillis * MS), width);
        return IntStream.range(0, ticks.count()).mapToObj(ticks::text).toList();
    }

    @Test
    void roundTimesThatCanBeReadAreNamed() {
        assertThat(texts(60_000, 400)).containsExactly("0 s", "10 s", "20 s", "30 s", "40 s", "50 s", "60 s");
        assertThat(texts(2_000, 300)).containsExactly("0 s", "0.5 s", "1 s", "1.5 s", "2 s");
        assertThat(texts(300_000, 400)).containsExactly("0:00", "1:00", "2:00", "3:00", "4:00", "5:00");
        assertThat(texts(8 * 3_600_000, 300)).containsExactly("0:00:00", "2:00:00", "4:00:00", "6:00:00", "8:00:00");
    }

    @Test
    void thoseOfAStretchAreTheRoundTimesInIt() {
        TimeTicks ticks = TimeTicks.of(new TimeView(11_900 * MS, 14_100 * MS, 60_000 * MS), 300);
        assertThat(IntStream.range(0, ticks.count()).mapToObj(ticks::text))
                .containsExactly("12 s", "12.5 s", "13 s", "13.5 s", "14 s");
        TimeTicks late = TimeTicks.of(new TimeView(3_700_200 * MS, 3_701_600 * MS, 9_000_000 * MS), 200);
        assertThat(IntStream.range(0, late.count()).mapToObj(late::text))
                .containsExactly("1:01:40.5", "1:01:41", "1:01:41.5");
    }

    @Test
    void theyAreNeverTooNearWhateverTheSpan() {
        for (long spanMillis = 1; spanMillis < 1_000_000_000L; spanMillis *= 3) {
            TimeTicks ticks = TimeTicks.of(TimeView.whole(spanMillis * MS), 700);
            assertThat(700.0 * ticks.stepNanos() / (spanMillis * MS)).isGreaterThanOrEqualTo(55.9);
            assertThat(ticks.count()).isBetween(2, 14);
        }
    }
}
