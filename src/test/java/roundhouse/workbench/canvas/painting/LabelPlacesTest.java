package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.painting.LabelPlaces.Spot;

class LabelPlacesTest {
    private static final Spot MIDDLE = new Spot(150, 100);

    private final LabelPlaces places = new LabelPlaces(List.of());

    private Spot falling() {
        return places.find(0, 0, 300, 200, 70, 18);
    }

    private Spot rising() {
        return places.find(0, 200, 300, 0, 70, 18);
    }

    @Test
    void wordsStandInTheMiddle() {
        assertThat(falling()).isEqualTo(MIDDLE);
        assertThat(places.find(0, 300, 300, 300, 70, 18))
                .as("another line, far enough away")
                .isEqualTo(new Spot(150, 300));
    }

    @Test
    void whereLinesCrossTheSecondStandsAside() {
        falling();
        Spot aside = rising();
        assertThat(aside).isNotEqualTo(MIDDLE);
        assertThat(rising().x()).as("and the third on the other side").isCloseTo(300 - aside.x(), within(1e-9));
    }

    @Test
    void whatHasItsPlaceIsMadeRoomFor() {
        places.take(MIDDLE, 70, 18);
        assertThat(rising()).isNotEqualTo(MIDDLE);
    }

    @Test
    void wordsThatAreLongerThanTheLineStandBesideIt() {
        LabelPlaces between = new LabelPlaces(List.of(new Area(0, 15, 100, 20), new Area(140, 15, 100, 20)));
        Spot spot = between.find(100, 25, 140, 25, 60, 18);
        assertThat(spot.x()).isBetween(100.0, 140.0);
        assertThat(spot.y()).as("above or below, where they hide less").isNotEqualTo(25);
    }

    @Test
    void whereNothingIsFreeTheyStandInTheMiddle() {
        places.take(MIDDLE, 900, 900);
        assertThat(rising()).isEqualTo(MIDDLE);
    }
}
