package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;

class MotionTest {
    private final Link link = Link.of("a", "b", new Distribution.Fixed(Duration.ofMillis(1)));

    @Test
    void aRequestThatCrossesInManyPicturesIsShown() {
        assertThat(Motion.isTooFast(link, 1.0 / 50)).isFalse();
    }

    @Test
    void oneThatCrossesBetweenTwoPicturesIsNot() {
        assertThat(Motion.isTooFast(link, 1)).isTrue();
    }

    @Test
    void whileNothingMovesEverythingIsShown() {
        assertThat(Motion.isTooFast(Link.of("a", "b", new Distribution.Fixed(Duration.ZERO)), 0))
                .isFalse();
    }
}
