package roundhouse.workbench.canvas.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LabelPlacesTest {
    private final LabelPlaces places = new LabelPlaces();

    private double falling() {
        return places.find(0, 0, 300, 200, 70, 18);
    }

    private double rising() {
        return places.find(0, 200, 300, 0, 70, 18);
    }

    @Test
    void wordsStandInTheMiddle() {
        assertThat(falling()).isEqualTo(LabelPlaces.MIDDLE);
        assertThat(places.find(0, 300, 300, 300, 70, 18))
                .as("another line, far enough away")
                .isEqualTo(LabelPlaces.MIDDLE);
    }

    @Test
    void whereLinesCrossTheSecondStandsAside() {
        falling();
        double aside = rising();
        assertThat(aside).isNotEqualTo(LabelPlaces.MIDDLE);
        assertThat(rising()).as("and the third on the other side").isCloseTo(1 - aside, within(1e-9));
    }

    @Test
    void whatHasItsPlaceIsMadeRoomFor() {
        places.take(0, 0, 300, 200, LabelPlaces.MIDDLE, 70, 18);
        assertThat(rising()).isNotEqualTo(LabelPlaces.MIDDLE);
    }

    @Test
    void whereNothingIsFreeTheyStandInTheMiddle() {
        places.take(0, 0, 300, 200, LabelPlaces.MIDDLE, 300, 200);
        assertThat(rising()).isEqualTo(LabelPlaces.MIDDLE);
    }
}
