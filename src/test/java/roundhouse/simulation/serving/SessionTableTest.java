package roundhouse.simulation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import roundhouse.topology.nodes.parts.SessionState;

class SessionTableTest {
    private static final long LIFE = 1_000;

    private static SessionTable table() {
        return new SessionTable(new SessionState(null, Duration.ofNanos(LIFE), 100));
    }

    @Test
    void aSessionLivesForItsLifeAfterItsLastUse() {
        SessionTable table = table();
        assertThat(table.use(7, true, 0)).isFalse();
        assertThat(table.use(7, false, LIFE - 1)).isTrue();
        assertThat(table.held(2 * LIFE - 2)).isEqualTo(1);
        assertThat(table.bytes(2 * LIFE - 2)).isEqualTo(100);
        assertThat(table.held(2 * LIFE - 1)).isZero();
        assertThat(table.lost()).as("forgotten is not lost").isZero();
    }

    @Test
    void whoMissesHisSessionBeginsItAnew() {
        SessionTable table = table();
        table.use(1, true, 0);
        assertThat(table.missed()).isZero();
        table.use(2, false, 0);
        table.use(2, false, 1);
        assertThat(table.missed()).isEqualTo(1);
        assertThat(table.lose(2)).isEqualTo(2);
        table.use(1, false, 3);
        assertThat(table.lost()).isEqualTo(2);
        assertThat(table.missed()).isEqualTo(2);
        assertThat(table.held(3)).isEqualTo(1);
    }

    @Test
    void countingForgetsNothing() {
        SessionTable table = table();
        table.use(7, true, 0);
        assertThat(table.held(LIFE)).as("over").isZero();
        assertThat(table.held(LIFE - 1)).as("counted again for a time before").isEqualTo(1);
    }

    @Test
    void aLongerLifeBringsNobodyBack() {
        SessionTable table = table();
        table.use(7, true, 0);
        table.use(8, true, LIFE);
        table.become(new SessionState(null, Duration.ofNanos(100 * LIFE), 100), LIFE);
        assertThat(table.held(LIFE)).isEqualTo(1);
        assertThat(table.use(7, false, LIFE)).as("was forgotten before").isFalse();
        assertThat(table.use(8, false, 100 * LIFE)).isTrue();
    }

    /** Against the plainest thing that does the same. */
    @Test
    void holdsWhatAMapWithTimesHolds() {
        SplittableRandom random = new SplittableRandom(11);
        SessionTable table = table();
        Map<Long, Long> used = new LinkedHashMap<>();
        long nowNanos = 0;
        for (int i = 0; i < 200_000; i++) {
            nowNanos += random.nextInt(4);
            long time = nowNanos;
            used.values().removeIf(at -> time - at >= LIFE);
            if (random.nextInt(50_000) == 0) {
                assertThat(table.lose(nowNanos)).isEqualTo(used.size());
                used.clear();
            }
            long session = random.nextInt(i % 20_000 < 10_000 ? 100 : 3_000) << 20;
            assertThat(table.use(session, true, nowNanos)).isEqualTo(used.put(session, nowNanos) != null);
            assertThat(table.held(nowNanos)).isEqualTo(used.size());
        }
    }
}
