package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Position;

class BendsTest {
    private static final Area A = new Area(0, 0, 100, 60);
    private static final Area B = new Area(500, 0, 100, 60);

    private static Position way(List<Area> cards) {
        return new Bends(cards).of(0, 1, A.right(), 30, B.x(), 30).orElseThrow();
    }

    @Test
    void withNothingBetweenItIsStraight() {
        Area beside = new Area(250, 100, 100, 60);
        assertThat(new Bends(List.of(A, B, beside)).of(0, 1, A.right(), 30, B.x(), 30))
                .isEmpty();
    }

    @Test
    void aCardBetweenIsGoneRoundOnTheShorterSide() {
        Area between = new Area(250, -10, 100, 60);
        Position point = way(List.of(A, B, between));
        assertThat(point.y()).as("below: its lower edge is nearer").isGreaterThan(between.bottom());
        assertThat(between.crossedBy(A.right(), 30, point.x(), point.y())).isZero();
        assertThat(between.crossedBy(point.x(), point.y(), B.x(), 30)).isZero();
    }

    @Test
    void theOtherSideIsTakenWhereACardStandsInTheWay() {
        Area between = new Area(250, -10, 100, 60);
        Area below = new Area(150, 60, 300, 120);
        Position point = way(List.of(A, B, between, below));
        assertThat(point.y()).isLessThan(between.y());
    }

    @Test
    void ofAStretchOfLineItIsKnownHowMuchLiesWithin() {
        Area area = new Area(10, 10, 20, 20);
        assertThat(area.crossedBy(0, 20, 40, 20)).isEqualTo(20);
        assertThat(area.crossedBy(0, 20, 15, 20)).isCloseTo(5, within(1e-9));
        assertThat(area.crossedBy(20, 0, 20, 40)).isEqualTo(20);
        assertThat(area.crossedBy(0, 5, 40, 5)).isZero();
        assertThat(area.crossedBy(10, 10, 30, 30)).isCloseTo(Math.hypot(20, 20), within(1e-9));
    }
}
