package roundhouse.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitFigureTest {
    /** Ten requests, four of an attack; three of these and one other turned away, two delayed. */
    private static LimitFigures figures() {
        LimitFigures figures = new LimitFigures();
        for (int i = 0; i < 10; i++) {
            figures.asked(i < 4);
        }
        for (int i = 0; i < 4; i++) {
            figures.turnedAway(i < 3);
        }
        figures.delayed = 2;
        return figures;
    }

    @Test
    void anAttackIsCountedApart() {
        assertThat(figures())
                .extracting(of -> of.asked, of -> of.attacks, of -> of.turnedAway, of -> of.attacksTurnedAway)
                .containsExactly(10L, 4L, 4L, 3L);
    }

    @Test
    void eachIsAPartOfItsOwnWhole() {
        LimitFigures figures = figures();
        assertThat(Arrays.stream(LimitFigure.values()).map(figure -> figure.part(figures)))
                .containsExactly(10L, 4L, 2L, 3L, 1L, 1L);
        assertThat(Arrays.stream(LimitFigure.values()).map(figure -> figure.whole(figures)))
                .containsExactly(0L, 10L, 10L, 4L, 6L, 4L);
        assertThat(Arrays.stream(LimitFigure.values()).filter(LimitFigure::isPart))
                .doesNotContain(LimitFigure.ASKED)
                .hasSize(5);
        assertThat(Arrays.stream(LimitFigure.values()).filter(LimitFigure::tellsAttacks))
                .containsExactly(LimitFigure.RIGHTLY, LimitFigure.WRONGLY, LimitFigure.LET_THROUGH);
    }

    @Test
    void eachHasItsNames() {
        assertThat(LimitFigure.WRONGLY.key()).isEqualTo("turned-away-wrongly");
        assertThat(LimitFigure.WRONGLY.label()).isEqualTo("Turned away wrongly");
        assertThat(LimitFigure.WRONGLY.meaning()).startsWith("Requests of others that limits turned away");
    }
}
