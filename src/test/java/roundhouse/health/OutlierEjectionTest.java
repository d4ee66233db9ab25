package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.health.OutlierEjection.Settings;

class OutlierEjectionTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<Integer> returned = new ArrayList<>();
    private final List<Integer> gone = new ArrayList<>();

    private static void errors(OutlierEjection ejection, int target, int count, long now) {
        for (int i = 0; i < count; i++) {
            ejection.replied(target, true, now);
        }
    }

    private static void traffic(OutlierEjection ejection, int target, int requests, int failures) {
        for (int i = 0; i < requests; i++) {
            // Spread, so that no five failures come in a row.
            ejection.replied(target, (long) (i + 1) * failures / requests > (long) i * failures / requests, 0);
        }
    }

    @Test
    void fiveErrorsInARowEjectAndASuccessStartsOver() {
        OutlierEjection ejection = new OutlierEjection(10, Settings.ENVOY);
        errors(ejection, 3, 4, 0);
        ejection.replied(3, false, 0);
        errors(ejection, 3, 4, 0);
        assertThat(ejection.isEjected(3)).isFalse();
        assertThat(ejection.replied(3, true, 0)).isTrue();
        assertThat(ejection.isEjected(3)).isTrue();
    }

    @Test
    void timeOutGrowsWithEachEjectionUpToTheMost() {
        OutlierEjection ejection = new OutlierEjection(1, Settings.ENVOY);
        long now = 0;
        for (int ejections = 1; ejections <= 15; ejections++) {
            errors(ejection, 0, 5, now);
            assertThat(ejection.isEjected(0)).isTrue();
            long out = 0;
            while (ejection.isEjected(0)) {
                out += 10 * SECOND;
                ejection.interval(now + out, returned::add, gone::add);
            }
            now += out;
            assertThat(out).as("ejection %d", ejections).isEqualTo(Math.min(30L * ejections, 300) * SECOND);
        }
        assertThat(returned).hasSize(15);
    }

    @Test
    void goodBehaviourShortensTheNextOne() {
        OutlierEjection ejection = new OutlierEjection(1, Settings.ENVOY);
        errors(ejection, 0, 5, 0);
        for (long now = 10; now <= 30; now += 10) {
            ejection.interval(now * SECOND, returned::add, gone::add);
        }
        assertThat(ejection.isEjected(0)).isFalse();
        ejection.interval(40 * SECOND, returned::add, gone::add);
        errors(ejection, 0, 5, 40 * SECOND);
        ejection.interval(70 * SECOND, returned::add, gone::add);
        assertThat(ejection.isEjected(0)).isFalse();
    }

    @Test
    void noMoreThanTheShareAllowedIsOutButAlwaysOne() {
        OutlierEjection five = new OutlierEjection(5, Settings.ENVOY);
        OutlierEjection twenty = new OutlierEjection(20, Settings.ENVOY);
        for (int target = 0; target < 5; target++) {
            errors(five, target, 5, 0);
            errors(twenty, target, 5, 0);
        }
        assertThat(five.isEjected(0)).isTrue();
        assertThat(five.isEjected(1)).isFalse();
        assertThat(twenty.isEjected(1)).isTrue();
        assertThat(twenty.isEjected(2)).isFalse();
    }

    @Test
    void theOneFarBelowItsKinGoes() {
        OutlierEjection ejection = new OutlierEjection(10, Settings.ENVOY);
        for (int target = 0; target < 10; target++) {
            traffic(ejection, target, 200, target == 7 ? 40 : 2);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(7);
        assertThat(ejection.isEjected(7)).isTrue();
    }

    @Test
    void ratesAreNotComparedWithTooFewServersOrTooLittleTraffic() {
        OutlierEjection few = new OutlierEjection(4, Settings.ENVOY);
        OutlierEjection quiet = new OutlierEjection(10, Settings.ENVOY);
        for (int target = 0; target < 10; target++) {
            if (target < 4) {
                traffic(few, target, 200, target == 0 ? 40 : 0);
            }
            traffic(quiet, target, 99, target == 0 ? 20 : 0);
        }
        few.interval(10 * SECOND, returned::add, gone::add);
        quiet.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).isEmpty();
    }

    @Test
    void everyIntervalCountsAnew() {
        OutlierEjection ejection = new OutlierEjection(10, Settings.ENVOY);
        for (int interval = 0; interval < 2; interval++) {
            for (int target = 0; target < 10; target++) {
                traffic(ejection, target, 60, target == 7 ? 12 : 0);
            }
            ejection.interval((interval + 1) * 10 * SECOND, returned::add, gone::add);
        }
        assertThat(gone).isEmpty();
    }
}
