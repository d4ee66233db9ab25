package roundhouse.workbench.playback.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TimeViewTest {
    private static final long SECOND = 1_000_000_000;
    private static final TimeView WHOLE = TimeView.whole(60 * SECOND);

    @Test
    void zoomingKeepsTheTimeUnderThePointerWhereItIs() {
        TimeView close = WHOLE.zoomed(4, 20 * SECOND);
        assertThat(close.lengthNanos()).isEqualTo(15 * SECOND);
        assertThat(close.x(20 * SECOND, 900)).isCloseTo(WHOLE.x(20 * SECOND, 900), Offset.offset(0.01));
        assertThat(close.isWhole()).isFalse();
        assertThat(close.zoomed(0.25, 20 * SECOND)).as("the way back").isEqualTo(WHOLE);
    }

    @Test
    void neverCloserThanASecondNorBeyondTheTimeline() {
        assertThat(WHOLE.zoomed(1e9, 0)).isEqualTo(new TimeView(0, SECOND, 60 * SECOND));
        assertThat(WHOLE.zoomed(0.001, 30 * SECOND)).isEqualTo(WHOLE);
        TimeView end = WHOLE.between(59 * SECOND, 90 * SECOND);
        assertThat(end.untilNanos()).isEqualTo(60 * SECOND);
        TimeView some = WHOLE.between(30 * SECOND, 20 * SECOND);
        assertThat(some).isEqualTo(new TimeView(20 * SECOND, 30 * SECOND, 60 * SECOND));
        assertThat(some.moved(-9)).isEqualTo(new TimeView(0, 10 * SECOND, 60 * SECOND));
        assertThat(some.moved(0.5).fromNanos()).isEqualTo(25 * SECOND);
        TimeView brief = TimeView.whole(SECOND / 2);
        assertThat(brief.zoomed(5, 0)).as("less than a second there is").isEqualTo(brief);
    }

    @Test
    void whoSeesAllOfAnEndlessRunStillDoesAsItGrowsAndWhoSeesAPartKeepsIt() {
        assertThat(WHOLE.of(90 * SECOND)).isEqualTo(TimeView.whole(90 * SECOND));
        TimeView part = WHOLE.between(10 * SECOND, 20 * SECOND);
        assertThat(part.of(90 * SECOND)).isEqualTo(new TimeView(10 * SECOND, 20 * SECOND, 90 * SECOND));
        assertThat(part.of(15 * SECOND))
                .as("of another, shorter run")
                .isEqualTo(new TimeView(5 * SECOND, 15 * SECOND, 15 * SECOND));
    }

    @Test
    void placesAndTimesBelongTogether() {
        TimeView part = WHOLE.between(10 * SECOND, 20 * SECOND);
        assertThat(part.timeAt(50, 100)).isEqualTo(15 * SECOND);
        assertThat(part.timeAt(-5, 100)).isEqualTo(10 * SECOND);
        assertThat(part.timeAt(200, 100)).isEqualTo(20 * SECOND);
        assertThat(part.x(5 * SECOND, 100)).isEqualTo(-50);
    }
}
