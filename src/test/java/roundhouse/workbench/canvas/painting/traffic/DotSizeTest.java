package roundhouse.workbench.canvas.painting.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DotSizeTest {
    @Test
    void dotsShrinkWithTheDrawingAndInACrowd() {
        assertThat(DotSize.usual(1, 1)).isEqualTo(4);
        assertThat(DotSize.usual(0.01, 1)).isEqualTo(1.6);
        assertThat(DotSize.usual(1, 1_000_000)).isEqualTo(2);
    }

    /** At a zoom of 1.3 words stand 10.4 pixels from the way, and dots keep 2.5 pixels to their side of it. */
    @Test
    void dotsForAWholeRoomTouchNoWordInTheFrameOfAGroup() {
        double usual = DotSize.usual(1.3, 1);
        double presented = DotSize.amongWords(usual, 1.7 * usual, 1.3);
        assertThat(presented).isGreaterThan(usual);
        assertThat(presented * 1.25 + 2.5).isLessThan(10.4);
    }

    @Test
    void dotsAreNeverSmallerThanUsual() {
        assertThat(DotSize.amongWords(2.8, 4.8, 0.5)).isCloseTo(2.8, within(1e-9));
    }
}
