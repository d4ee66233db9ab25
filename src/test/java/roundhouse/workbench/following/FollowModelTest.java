package roundhouse.workbench.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.canvas.model.FollowedRequest;
import roundhouse.workbench.canvas.model.ScoreMark;
import roundhouse.workbench.canvas.model.Spot;

class FollowModelTest {
    private static final long SECOND = 1_000_000_000;
    private static final Spot LINK = new Spot.OnLink("users", "lb", 1);
    private static final Spot LB = new Spot.AtNode("lb");
    private static final List<FollowStage> LIFE = List.of(
            new FollowStage(100, 300, LINK, "Sent.", null),
            new FollowStage(
                    300,
                    300,
                    LB,
                    "Picked.",
                    new Scores("lb", List.of(new ScoreMark("s1", "1", ScoreMark.Part.PICKED)))),
            new FollowStage(300, 700, new Spot.OnLink("lb", "s1", 1), "On its way.", null));

    private final List<Long> asked = new ArrayList<>();
    private @Nullable FollowedRequest shown;
    private final FollowModel model = new FollowModel(asked::add, request -> shown = request);

    @BeforeEach
    void follow() {
        model.follow(LIFE, false);
        model.tick(0);
    }

    @Test
    void aStageLastsAsLongAsItTakesToRead() {
        assertThat(asked).containsExactly(100L);
        // Short sentences stand for a second and a half; half way through, half of its way is gone.
        model.tick(SECOND * 3 / 4);
        assertThat(asked).containsExactly(100L, 200L);
        model.reached(200);
        assertThat(shown).isEqualTo(new FollowedRequest(LINK, 0.5, List.of(), List.of()));
        model.tick(SECOND * 3 / 2);
        assertThat(model.says()).isEqualTo("Picked.");
        assertThat(asked).containsExactly(100L, 200L, 300L);
        model.tick(SECOND * 3);
        assertThat(model.says()).isEqualTo("On its way.");
        model.tick(SECOND * 9 / 2);
        assertThat(model.goingProperty().get()).isFalse();
        assertThat(model.indexProperty().get()).isEqualTo(2);
    }

    @Test
    void longSentencesStandLongerButNotForEver() {
        assertThat(new FollowStage(0, 0, LB, "x".repeat(50), null).shownNanos()).isEqualTo(3 * SECOND);
        assertThat(new FollowStage(0, 0, LB, "x".repeat(500), null).shownNanos())
                .isEqualTo(7 * SECOND);
    }

    @Test
    void theKeysGoFromStageToStage() {
        model.next();
        assertThat(model.says()).isEqualTo("Picked.");
        assertThat(model.goingProperty().get()).isFalse();
        // The run is not there yet; what it shows is of before.
        model.reached(150);
        assertThat(model.says()).isEqualTo("Picked.");
        model.reached(300);
        assertThat(model.says()).isEqualTo("Picked.");
        model.next();
        model.next();
        assertThat(model.says()).isEqualTo("On its way.");
        assertThat(shown.passed()).containsExactly(LINK, LB);
        model.previous();
        assertThat(shown.marks()).hasSize(1);
    }

    @Test
    void whoeverMovesTheClockGetsTheStageOfThatTime() {
        model.reached(100);
        model.reached(500);
        assertThat(model.says()).isEqualTo("On its way.");
        assertThat(model.goingProperty().get()).isFalse();
        assertThat(shown.part()).isEqualTo(0.5);
        model.reached(20);
        assertThat(model.says()).isEqualTo("Sent.");
    }

    @Test
    void itGoesOnAndBeginsAgainAfterTheEnd() {
        model.toggle();
        assertThat(model.goingProperty().get()).isFalse();
        model.next();
        model.next();
        model.toggle();
        assertThat(model.indexProperty().get()).isZero();
        assertThat(model.goingProperty().get()).isTrue();
    }

    @Test
    void withReducedMotionAStageIsOnePicture() {
        asked.clear();
        model.follow(LIFE, true);
        model.tick(0);
        model.tick(SECOND);
        assertThat(asked).containsExactly(200L);
    }

    @Test
    void thePickIsFoundAndAnotherLifeTakesItsPlace() {
        assertThat(model.goToPick()).isTrue();
        assertThat(model.says()).isEqualTo("Picked.");
        model.changed(LIFE.subList(0, 1));
        assertThat(model.says()).isEqualTo("Sent.");
        assertThat(model.goToPick()).isFalse();
        model.close();
        assertThat(shown).isNull();
        assertThat(model.isOn()).isFalse();
    }
}
