package roundhouse.workbench.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long SECOND = 1_000_000_000;

    private final Pacer pacer = new Pacer(1);

    @Test
    void simulatedTimeIsRealTimeBySpeedFromWhereItStarted() {
        pacer.start(0.02, 5 * SECOND, 7 * SECOND);
        assertThat(pacer.targetNanos(5 * SECOND)).isEqualTo(7 * SECOND);
        assertThat(pacer.targetNanos(6 * SECOND)).isEqualTo(7 * SECOND + SECOND / 50);
    }

    @Test
    void anEngineThatKeepsUpIsNotBehindAndReachesItsSpeed() {
        pacer.start(10, 0, 0);
        for (long real = 0; real <= 2 * SECOND; real += SECOND / 60) {
            pacer.reached(real, pacer.targetNanos(real));
            assertThat(pacer.behind()).isFalse();
        }
        assertThat(pacer.achieved()).isCloseTo(10, offset(0.01));
    }

    @Test
    void anEngineAtATenthOfTheSpeedSaysSoAndItsDebtStaysBounded() {
        pacer.start(1000, 0, 0);
        for (long real = 0; real <= 3 * SECOND; real += SECOND / 60) {
            long simulated = real * 100;
            pacer.reached(real, simulated);
            assertThat(pacer.targetNanos(real) - simulated).isLessThanOrEqualTo(1000 * Pacer.PATIENCE_NANOS);
        }
        assertThat(pacer.behind()).isTrue();
        assertThat(pacer.achieved()).isCloseTo(100, offset(0.01));
    }

    @Test
    void onceItKeepsUpAgainItIsNoLongerBehind() {
        pacer.start(1000, 0, 0);
        pacer.reached(SECOND / 5, 0);
        assertThat(pacer.behind()).isTrue();
        long real = SECOND / 5;
        for (int i = 0; i < 120; i++) {
            real += SECOND / 60;
            pacer.reached(real, pacer.targetNanos(real));
        }
        assertThat(pacer.behind()).isFalse();
    }
}
