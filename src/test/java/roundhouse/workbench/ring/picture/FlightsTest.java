package roundhouse.workbench.ring.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;

class FlightsTest {
    private final RingModel model = new RingModel(new Sketch(RingState.sketch()));
    private final RingPainter painter = new RingPainter(model);

    @BeforeEach
    void colours() {
        painter.palette(new int[] {0xff0072b2, 0xffe69f00, 0xff009e73, 0xffcc79a7});
    }

    @Test
    void everyKeyThatMovesFliesAndArrives() {
        painter.resize(600, 600, 1);
        model.edit("Remove s3", "s3", model.state().without("s3"));
        painter.follow(1_000);
        assertThat(painter.flying()).isEqualTo(model.change().moved()).isPositive();
        painter.paint(1_000 + Flights.DURATION_NANOS / 2, -1, -1);
        assertThat(painter.flying()).isEqualTo(model.change().moved());
        painter.paint(1_000 + Flights.DURATION_NANOS, -1, -1);
        assertThat(painter.flying()).isZero();
    }

    @Test
    void aKeyThatMovesAgainHasOneFlight() {
        painter.resize(600, 600, 1);
        RingState from = model.state();
        for (int step = 1; step <= 30; step++) {
            model.preview("Turn the tokens of s2", "s2", from.turned("s2", step * (1L << 58)));
            painter.follow(step);
        }
        assertThat(painter.flying())
                .isPositive()
                .isLessThanOrEqualTo(model.keys().size());
    }

    @Test
    void reducedMotionMeansThatNothingFlies() {
        painter.resize(600, 600, 1);
        model.edit("Remove s3", "s3", model.state().without("s3"));
        painter.follow(0);
        assertThat(painter.flying()).isZero();
    }
}
