package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.painting.LabelPlaces.Spot;

class LabelPlacesTest {
    private static final Spot MIDDLE = new Spot(150, 100);
    private static final double[] FALLING = {0, 0, 300, 200};
    private static final double[] RISING = {0, 200, 300, 0};

    private final LabelPlaces places = new LabelPlaces(List.of(), List.of(FALLING, RISING), 1);

    private Spot falling() {
        return places.find(0, 0, 300, 200, 70, 18);
    }

    private Spot rising() {
        return places.find(0, 200, 300, 0, 70, 18);
    }

    private static Area words(Spot spot) {
        return new Area(spot.x() - 35, spot.y() - 9, 70, 18);
    }

    private static double under(Spot words, double[] line) {
        return words(words).crossedBy(line[0], line[1], line[2], line[3]);
    }

    @Test
    void wordsStandAboveTheMiddleClearOfWhatMovesAlongTheLine() {
        LabelPlaces one = new LabelPlaces(List.of(), List.of(), 1);
        assertThat(one.find(0, 300, 300, 300, 70, 18)).isEqualTo(new Spot(150, 300 - 9 - 6));
        assertThat(new LabelPlaces(List.of(), List.of(), 2).find(0, 300, 300, 300, 70, 18))
                .as("of larger dots too")
                .isEqualTo(new Spot(150, 300 - 9 - 12));
        assertThat(one.find(300, 500, 0, 500, 70, 18))
                .as("whichever way the line runs")
                .isEqualTo(new Spot(150, 500 - 9 - 6));
        assertThat(one.find(400, 0, 400, 300, 70, 18))
                .as("left of a line that is upright")
                .isEqualTo(new Spot(400 - 35 - 6, 150));
    }

    @Test
    void wordsAtLinesThatCrossLieOnNoLineAndNotOnEachOther() {
        Spot first = falling();
        Spot second = rising();
        for (double[] line : List.of(FALLING, RISING)) {
            assertThat(under(first, line)).isZero();
            assertThat(under(second, line)).isZero();
        }
        assertThat(words(first).shared(words(second))).isZero();
        assertThat(words(rising()).shared(words(second)))
                .as("nor does a third on the second")
                .isZero();
    }

    @Test
    void whatHasItsPlaceIsMadeRoomFor() {
        Spot free = new LabelPlaces(List.of(), List.of(), 1).find(0, 200, 300, 0, 70, 18);
        places.take(free, 70, 18);
        assertThat(words(rising()).shared(words(free))).isZero();
    }

    @Test
    void wordsThatAreLongerThanTheLineStandBesideIt() {
        LabelPlaces between =
                new LabelPlaces(List.of(new Area(0, 15, 100, 20), new Area(140, 15, 100, 20)), List.of(), 1);
        Spot spot = between.find(100, 25, 140, 25, 60, 18);
        assertThat(spot.x()).isBetween(100.0, 140.0);
        assertThat(spot.y()).as("above or below, where they hide less").isNotEqualTo(25);
    }

    @Test
    void whereNothingIsFreeTheyStandNearTheMiddleAllTheSame() {
        places.take(MIDDLE, 900, 900);
        Spot spot = rising();
        assertThat(Math.hypot(spot.x() - 150, spot.y() - 100)).isLessThan(100);
    }

    @Test
    void wordsOfACutStandAtTheFirstPlaceThatIsFree() {
        Spot above = new Spot(150, 80);
        Spot below = new Spot(150, 120);
        assertThat(new LabelPlaces(List.of(), List.of(), 1).first(List.of(above, below), 70, 18))
                .isEqualTo(above);
        LabelPlaces underACard = new LabelPlaces(List.of(new Area(100, 20, 180, 60)), List.of(), 1);
        assertThat(underACard.first(List.of(above, below), 70, 18)).isEqualTo(below);
        assertThat(words(underACard.first(List.of(above, below), 70, 18)))
                .as("where all is taken, what hides the least")
                .isEqualTo(words(above));
        LabelPlaces onARate = new LabelPlaces(List.of(), List.of(), 1);
        onARate.take(new Spot(140, 75), 70, 18);
        assertThat(onARate.first(List.of(above, below), 70, 18)).isEqualTo(below);
    }

    @Test
    void wordsOfACutBetweenTwoCardsLieUnderNeitherThoughALineIsUnderThem() {
        List<Area> cards = List.of(new Area(0, 0, 100, 80), new Area(204, 0, 150, 80));
        // The cross lies near the left card, on a line that runs from one to the other; others leave it for above and
        // below.
        List<double[]> crossed = List.of(
                new double[] {100, 40, 204, 40}, new double[] {127, 40, 280, -80}, new double[] {127, 40, 280, 160});
        LabelPlaces between = new LabelPlaces(cards, crossed, 1);
        between.take(new Spot(127, 40), 20, 20);
        Spot spot = between.first(LinkLabels.atCross(127, 40, 90, 20), 90, 18);
        Area words = new Area(spot.x() - 45, spot.y() - 9, 90, 18);
        assertThat(cards).allSatisfy(card -> assertThat(card.shared(words)).isZero());
        assertThat(words.shared(new Area(117, 30, 20, 20)))
                .as("nor on the cross")
                .isZero();
    }
}
