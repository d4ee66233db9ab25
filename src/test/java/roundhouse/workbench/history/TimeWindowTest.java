package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWindowTest {
    @Test
    void aStretchLiesInTheMiddleWithRoomAroundIt() {
        TimeWindow window = TimeWindow.around(0, 1_000, 2_000, 500);
        assertThat(window.x(1_000)).isCloseTo(30, within(1e-9));
        assertThat(window.x(2_000)).isCloseTo(470, within(1e-9));
        assertThat(window.time(30)).isEqualTo(1_000);
    }

    @Test
    void timesSinceSomeYearKeepTheirDigits() {
        long origin = 1_764_300_000_000_000_000L;
        TimeWindow window = TimeWindow.around(origin, origin, origin + 100, 1_000);
        assertThat(window.x(origin + 51) - window.x(origin + 50)).isCloseTo(8.8, within(1e-9));
    }

    @Test
    void thePlaceThatIsZoomedAtStaysWhereItIs() {
        TimeWindow window = TimeWindow.around(0, 0, 1_000, 1_000);
        TimeWindow closer = window.zoomed(4, 300, window.perPixel());
        assertThat(closer.perPixel()).isCloseTo(window.perPixel() / 4, within(1e-12));
        assertThat(closer.time(300)).isEqualTo(window.time(300));
        assertThat(closer.zoomed(1 / 4.0, 300, window.perPixel()).start()).isCloseTo(window.start(), within(1e-9));
        assertThat(window.zoomed(0.1, 300, window.perPixel())).isEqualTo(window);
        assertThat(window.zoomed(1e9, 300, window.perPixel()).perPixel()).isEqualTo(1 / 64.0);
    }

    @Test
    void itMovesByPixelsAndStopsWhereHalfOfItWouldBeEmpty() {
        TimeWindow window = TimeWindow.around(100, 100, 1_100, 1_000);
        assertThat(window.moved(10).x(600)).isCloseTo(window.x(600) - 10, within(1e-9));
        assertThat(window.within(100, 1_100, 1_000)).isEqualTo(window);
        assertThat(window.moved(1e6).within(100, 1_100, 1_000).x(1_100)).isCloseTo(500, within(1e-9));
        assertThat(window.moved(-1e6).within(100, 1_100, 1_000).x(100)).isCloseTo(500, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1, 90, 100", "2, 90, 200", "0.5, 90, 50", "0.001, 90, 1", "1000, 90, 100000", "5, 100, 500"})
    void marksAreRoundAndFarEnoughApart(double perPixel, double apart, long step) {
        assertThat(new TimeWindow(0, 0, perPixel).step(apart)).isEqualTo(step);
    }
}
