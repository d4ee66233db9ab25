package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.JourneySteps;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;

class MotionTest {
    private final Link link = Link.of("a", "b", new Distribution.Fixed(Duration.ofMillis(1)));
    private final Link slow = Link.of("b", "c", new Distribution.Fixed(Duration.ofMillis(20)));

    @Test
    void aRequestThatCrossesInManyPicturesNeedsNoRate() {
        assertThat(Motion.isTooFast(link, 1.0 / 50)).isFalse();
    }

    @Test
    void oneThatCrossesBetweenTwoPicturesDoes() {
        assertThat(Motion.isTooFast(link, 1)).isTrue();
    }

    @Test
    void whileNothingMovesEverythingIsWhereItIs() {
        Link none = Link.of("a", "b", new Distribution.Fixed(Duration.ZERO));
        assertThat(Motion.isTooFast(none, 0)).isFalse();
        assertThat(Motion.isTrueToScale(List.of(none, link), 0)).isTrue();
    }

    @Test
    void theShortestLinkDecidesWhetherEachRequestIsDrawnWhereItIs() {
        assertThat(Motion.isTrueToScale(List.of(slow), 1.0 / 21)).isTrue();
        assertThat(Motion.isTrueToScale(List.of(slow, link), 1.0 / 21)).isFalse();
        assertThat(Motion.isTrueToScale(List.of(slow, link), 1.0 / 400)).isTrue();
        assertThat(Motion.isTrueToScale(List.of(slow, link), 1.0 / 390)).isFalse();
    }

    @Test
    void whatADotStandsForIsSaidWithItsUnit() {
        JourneySteps steps = new JourneySteps();
        assertThat(Motion.sample(steps)).isEqualTo("every request");
        assertThat(Motion.explained(steps, true)).isEqualTo("Every request · a link is shown to take at least 0.4 s");
        steps.requestsOneIn = 2_000;
        steps.othersOneIn = 5;
        assertThat(Motion.sample(steps)).isEqualTo("1 dot = 2\u202f000");
        assertThat(Motion.explained(steps, true))
                .isEqualTo("1 dot = 2\u202f000 requests · 1 square = 5 checks"
                        + " · a link is shown to take at least 0.4 s");
        assertThat(Motion.explained(steps, false))
                .isEqualTo("1 dot = 2\u202f000 requests · 1 in 5 other messages"
                        + " · a link is shown to take at least 0.4 s");
    }
}
