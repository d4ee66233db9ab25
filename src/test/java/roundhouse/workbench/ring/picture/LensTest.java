package roundhouse.workbench.ring.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class LensTest {
    private final Lens lens = new Lens();

    @Test
    void placesAndTurnsAreTheSameBothWaysAlsoAcrossTheTop() {
        lens.centre(0.001);
        assertThat(lens.turnAt(0)).isGreaterThan(0.99);
        for (double across : new double[] {0, 0.2, 0.5, 0.9, 1}) {
            assertThat(lens.across(lens.turnAt(across))).isEqualTo(across, offset(1e-9));
        }
        assertThat(lens.sees(0.999)).isTrue();
        assertThat(lens.sees(0.5)).isFalse();
    }

    @Test
    void whatIsUnderThePointerStaysThereWhileItZooms() {
        lens.centre(0.4);
        double turn = lens.turnAt(0.8);
        lens.zoom(0.25, 0.8);
        assertThat(lens.turnAt(0.8)).isEqualTo(turn, offset(1e-12));
        assertThat(lens.width()).isEqualTo(1.0 / 256);
        lens.zoom(1e9, 0.5);
        assertThat(lens.width()).isEqualTo(0.25);
        lens.zoom(1e-30, 0.5);
        assertThat(lens.width()).isPositive();
    }
}
