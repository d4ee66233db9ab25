package roundhouse.workbench.motion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.simulation.observing.JourneySteps;

class SamplingTest {
    private final JourneySteps steps = new JourneySteps();
    private final Sampling sampling = new Sampling();
    private long nowNanos;
    private double sent;

    /** Three real seconds at that rate and speed. */
    private void play(double perSecond, double speed) {
        for (int i = 0; i < 180; i++) {
            nowNanos += (long) (speed * 1e9 / 60);
            sent += perSecond * speed / 60;
            steps.requests = (long) sent;
            sampling.take(steps, nowNanos, speed);
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 0.02, 1", "300, 0.1, 1", "300, 1, 10", "1200, 1, 50", "1200, 1000, 50000"})
    void noMoreThanFortySetOutInARealSecond(double perSecond, double speed, long oneIn) {
        play(perSecond, speed);
        assertThat(sampling.requestsOneIn()).isEqualTo(oneIn);
        assertThat(perSecond * speed / oneIn).isLessThanOrEqualTo(Sampling.MOST_REQUESTS * 1.25);
        assertThat(sampling.othersOneIn()).isEqualTo(1);
    }

    @Test
    void aSampleThatIsAlmostRightStays() {
        play(1_200, 1);
        play(1_500, 1);
        assertThat(sampling.requestsOneIn()).as("37.5 a second are few enough").isEqualTo(50);
        play(2_400, 1);
        assertThat(sampling.requestsOneIn()).as("48 a second are bearable").isEqualTo(50);
        play(3_600, 1);
        assertThat(sampling.requestsOneIn()).isEqualTo(100);
        play(1_800, 1);
        assertThat(sampling.requestsOneIn()).as("36 with half of it").isEqualTo(100);
        play(1_200, 1);
        assertThat(sampling.requestsOneIn()).isEqualTo(50);
    }

    @Test
    void afterARewindItIsMeasuredAnew() {
        play(1_200, 1);
        nowNanos = 0;
        sent = 0;
        play(60, 1);
        assertThat(sampling.requestsOneIn()).isEqualTo(5);
    }
}
