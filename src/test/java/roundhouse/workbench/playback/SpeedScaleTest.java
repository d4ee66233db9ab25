package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedScaleTest {
    @Test
    void everyOfferedSpeedComesBackFromItsPlaceOnTheSlider() {
        for (double speed : offered()) {
            assertThat(SpeedScale.speed(SpeedScale.position(speed))).isEqualTo(speed);
        }
    }

    @Test
    void fasterAndSlowerVisitEveryOfferedSpeedInOrder() {
        assertThat(offered())
                .hasSize(22)
                .isSorted()
                .startsWith(1e-4)
                .endsWith(1000.0)
                .contains(0.02, 1.0, 100.0);
        List<Double> down = new ArrayList<>();
        double speed = SpeedScale.FASTEST;
        while (speed > SpeedScale.SLOWEST) {
            down.add(speed);
            speed = SpeedScale.next(speed, -1);
        }
        down.add(speed);
        assertThat(down.reversed()).isEqualTo(offered());
    }

    @Test
    void nothingIsOfferedBeyondTheEnds() {
        assertThat(SpeedScale.next(1000, 1)).isEqualTo(1000);
        assertThat(SpeedScale.next(1e-4, -1)).isEqualTo(1e-4);
        assertThat(SpeedScale.position(1e9)).isEqualTo(3);
        assertThat(SpeedScale.speed(-17)).isEqualTo(1e-4);
    }

    @Test
    void speedsReadAsPeopleSayThem() {
        assertThat(SpeedScale.text(0.02)).isEqualTo("1/50×");
        assertThat(SpeedScale.text(1)).isEqualTo("1×");
        assertThat(SpeedScale.text(100)).isEqualTo("100×");
        assertThat(SpeedScale.text(2.5)).isEqualTo("2.5×");
        assertThat(SpeedScale.text(1e-4)).isEqualTo("1/10000×");
    }

    private static List<Double> offered() {
        List<Double> speeds = new ArrayList<>();
        double speed = SpeedScale.SLOWEST;
        while (speed < SpeedScale.FASTEST) {
            speeds.add(speed);
            speed = SpeedScale.next(speed, 1);
        }
        speeds.add(speed);
        return speeds;
    }
}
