package roundhouse.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.health.OutlierEjection.Settings;

class OutlierEjectionTest {
    private static final long SECOND = 1_000_000_000L;
    /** Envoy's defaults. */
    private static final Settings DEFAULTS = new Settings(5, 30 * SECOND, 300 * SECOND, 10, false, 5, 100, 1.9);
    /** Envoy's defaults, and one may always be out. */
    private static final Settings ONE_AT_LEAST = new Settings(5, 30 * SECOND, 300 * SECOND, 10, true, 5, 100, 1.9);

    /** Envoy's, but no ejection for errors in a row, and all may be out at once. */
    private static final Settings SUCCESS_RATES =
            new Settings(1_000, 30 * SECOND, 300 * SECOND, 100, true, 5, 100, 1.9);

    private final List<Integer> returned = new ArrayList<>();
    private final List<Integer> gone = new ArrayList<>();

    /** Whether one of so many errors ejected the target. */
    private static boolean errors(OutlierEjection ejection, int target, int count, long nowNanos) {
        boolean ejected = false;
        for (int i = 0; i < count; i++) {
            ejected |= ejection.replied(target, true, nowNanos);
        }
        return ejected;
    }

    private static void traffic(OutlierEjection ejection, int target, int requests, int failures) {
        for (int i = 0; i < requests; i++) {
            // Spread, so that no five failures come in a row.
            ejection.replied(target, (long) (i + 1) * failures / requests > (long) i * failures / requests, 0);
        }
    }

    @Test
    void fiveErrorsInARowEjectAndASuccessStartsOver() {
        OutlierEjection ejection = new OutlierEjection(10, ONE_AT_LEAST);
        errors(ejection, 3, 4, 0);
        assertThat(ejection.replied(3, false, 0)).isFalse();
        errors(ejection, 3, 3, 0);
        assertThat(ejection.replied(3, true, 0)).isFalse();
        assertThat(ejection.replied(3, true, 0)).isTrue();
    }

    /** Four errors of requests that were on their way when it went out: back again, one more does not eject it, five do. */
    @Test
    void errorsInARowAreCountedAnewAfterAnEjection() {
        OutlierEjection ejection = new OutlierEjection(10, ONE_AT_LEAST);
        assertThat(errors(ejection, 3, 5, 0)).isTrue();
        errors(ejection, 3, 4, SECOND);
        ejection.interval(30 * SECOND, returned::add, gone::add);
        assertThat(returned).containsExactly(3);
        assertThat(errors(ejection, 3, 4, 31 * SECOND)).isFalse();
        assertThat(errors(ejection, 3, 1, 31 * SECOND)).isTrue();
    }

    @Test
    void timeOutGrowsWithEachEjectionUpToTheMost() {
        OutlierEjection ejection = new OutlierEjection(1, ONE_AT_LEAST);
        long now = 0;
        for (int ejections = 1; ejections <= 15; ejections++) {
            assertThat(errors(ejection, 0, 5, now)).isTrue();
            long out = 0;
            while (returned.size() < ejections) {
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
        OutlierEjection ejection = new OutlierEjection(1, ONE_AT_LEAST);
        errors(ejection, 0, 5, 0);
        for (long now = 10; now <= 30; now += 10) {
            ejection.interval(now * SECOND, returned::add, gone::add);
        }
        assertThat(returned).containsExactly(0);
        ejection.interval(40 * SECOND, returned::add, gone::add);
        errors(ejection, 0, 5, 40 * SECOND);
        ejection.interval(70 * SECOND, returned::add, gone::add);
        assertThat(returned).containsExactly(0, 0);
    }

    @Test
    void noMoreThanTheShareAllowedIsOutButAlwaysOne() {
        OutlierEjection five = new OutlierEjection(5, ONE_AT_LEAST);
        OutlierEjection twenty = new OutlierEjection(20, ONE_AT_LEAST);
        for (int target = 0; target < 5; target++) {
            errors(five, target, 4, 0);
            assertThat(five.replied(target, true, 0)).isEqualTo(target == 0);
            assertThat(errors(twenty, target, 5, 0)).isEqualTo(target < 2);
        }
    }

    @Test
    void theOneFarBelowItsKinGoes() {
        OutlierEjection ejection = new OutlierEjection(10, ONE_AT_LEAST);
        for (int target = 0; target < 10; target++) {
            traffic(ejection, target, 200, target == 7 ? 40 : 2);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(7);
    }

    @Test
    void ratesAreNotComparedWithTooFewServersOrTooLittleTraffic() {
        OutlierEjection few = new OutlierEjection(4, ONE_AT_LEAST);
        OutlierEjection quiet = new OutlierEjection(10, ONE_AT_LEAST);
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
        OutlierEjection ejection = new OutlierEjection(10, ONE_AT_LEAST);
        for (int interval = 0; interval < 2; interval++) {
            for (int target = 0; target < 10; target++) {
                traffic(ejection, target, 60, target == 7 ? 12 : 0);
            }
            ejection.interval((interval + 1) * 10 * SECOND, returned::add, gone::add);
        }
        assertThat(gone).isEmpty();
    }

    /** As a server is out ever longer up to the most, so it takes no more good intervals to be forgiven than lead up to that. */
    @Test
    void theTimesCountedAreCappedOneAboveTheMostTimeOut() {
        OutlierEjection ejection = new OutlierEjection(1, ONE_AT_LEAST);
        long now = 0;
        for (int ejections = 0; ejections < 20; ejections++) {
            errors(ejection, 0, 5, now);
            now += 300 * SECOND;
            ejection.interval(now, returned::add, gone::add);
        }
        for (int quiet = 0; quiet < 9; quiet++) {
            now += 10 * SECOND;
            ejection.interval(now, returned::add, gone::add);
        }
        // 300 s are 10 times 30 s; 11 are counted, and 2 are left.
        errors(ejection, 0, 5, now);
        assertThat(ejection.sentenceNanos(0)).isEqualTo(90 * SECOND);
    }

    @Test
    void successesOfAnEarlierIntervalDoNotHelp() {
        OutlierEjection ejection = new OutlierEjection(10, ONE_AT_LEAST);
        traffic(ejection, 7, 200, 0);
        ejection.interval(10 * SECOND, returned::add, gone::add);
        for (int target = 0; target < 10; target++) {
            traffic(ejection, target, 200, target == 7 ? 40 : 2);
        }
        ejection.interval(20 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(7);
    }

    @Test
    void meanAndDeviationAreOfThoseWithEnoughTraffic() {
        OutlierEjection ejection = new OutlierEjection(10, SUCCESS_RATES);
        // Of the five 100, 100, 100, 100 and 50 %: mean 90, deviation 20, threshold 52. Of all, fifth among four
        // hundreds and five
        // zeros, it would be 45 - 1.9 · 47 and below every rate.
        for (int target = 0; target < 10; target++) {
            traffic(ejection, target, target < 5 ? 100 : 99, target < 4 ? 0 : target == 4 ? 50 : 99);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(4);
    }

    @Test
    void aSilentServerChangesNothingForTheOthers() {
        OutlierEjection ejection = new OutlierEjection(10, SUCCESS_RATES);
        for (int target = 0; target < 5; target++) {
            traffic(ejection, target, 100, target == 4 ? 50 : 0);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(4);
    }

    @Test
    void ratesAreComparedWhateverTheTraffic() {
        OutlierEjection ejection = new OutlierEjection(5, SUCCESS_RATES);
        for (int target = 0; target < 5; target++) {
            traffic(ejection, target, target == 3 ? 1_000 : 100, target == 3 ? 500 : 0);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(3);
    }

    /** With rates of 100 % but for one of five at r, mean - 1.9 · deviation is below r: 100 - 0.2 d - 1.9 · 0.4 d = 100 - 0.96 d. */
    @ParameterizedTest
    @CsvSource({"1.9, true", "2.0, false", "2.1, false"})
    void onlyBelowTheThresholdIsAnOutlier(double factor, boolean ejected) {
        OutlierEjection ejection =
                new OutlierEjection(5, new Settings(1_000, SECOND, SECOND, 100, true, 5, 100, factor));
        for (int target = 0; target < 5; target++) {
            traffic(ejection, target, 100, target == 2 ? 50 : 0);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).isEqualTo(ejected ? List.of(2) : List.of());
    }

    @Test
    void aServerEjectedBySuccessRateIsOutFromThenOn() {
        OutlierEjection ejection = new OutlierEjection(5, SUCCESS_RATES);
        for (int target = 0; target < 5; target++) {
            traffic(ejection, target, 100, target == 2 ? 50 : 0);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        ejection.interval(39 * SECOND, returned::add, gone::add);
        assertThat(returned).isEmpty();
        ejection.interval(40 * SECOND, returned::add, gone::add);
        assertThat(returned).containsExactly(2);
    }

    @Test
    void oneEjectedAlreadyIsNotEjectedAgain() {
        OutlierEjection ejection = new OutlierEjection(2, new Settings(5, SECOND, SECOND, 100, true, 5, 100, 1.9));
        errors(ejection, 0, 5, 0);
        for (int error = 0; error < 10; error++) {
            assertThat(ejection.replied(0, true, 0)).isFalse();
        }
        ejection.interval(SECOND, returned::add, gone::add);
        assertThat(returned).containsExactly(0);
        assertThat(gone).isEmpty();
    }

    @Test
    void aServerThatIsBackMakesRoomForAnother() {
        OutlierEjection ejection = new OutlierEjection(5, ONE_AT_LEAST);
        errors(ejection, 0, 5, 0);
        assertThat(errors(ejection, 1, 5, 0)).isFalse();
        ejection.interval(30 * SECOND, returned::add, gone::add);
        assertThat(errors(ejection, 1, 5, 30 * SECOND)).isTrue();
    }

    @Test
    void aServerMoreMakesRoomWithinTheShare() {
        OutlierEjection nineteen = new OutlierEjection(19, ONE_AT_LEAST);
        errors(nineteen, 0, 5, 0);
        assertThat(errors(nineteen, 1, 5, 0)).isFalse();
        nineteen.added();
        assertThat(errors(nineteen, 19, 5, 0)).isTrue();
        nineteen.interval(30 * SECOND, returned::add, gone::add);
        assertThat(returned).containsExactly(0, 19);
    }

    @Test
    void oneAddedIsComparedLikeTheOthers() {
        OutlierEjection ejection = new OutlierEjection(4, SUCCESS_RATES);
        ejection.added();
        for (int target = 0; target < 5; target++) {
            traffic(ejection, target, 100, target == 4 ? 50 : 0);
        }
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(4);
        assertThat(ejection.sentenceNanos(4)).isEqualTo(30 * SECOND);
    }

    @Test
    void oneRemovedCountsNoMore() {
        OutlierEjection ejection = new OutlierEjection(20, ONE_AT_LEAST);
        errors(ejection, 0, 5, 0);
        errors(ejection, 1, 5, 0);
        ejection.removed(0);
        // 2 of 19 would be more than a tenth; 1 of 19 is out.
        assertThat(errors(ejection, 2, 5, 0)).isFalse();
        ejection.removed(1);
        assertThat(errors(ejection, 2, 5, 0)).isTrue();
        ejection.interval(30 * SECOND, returned::add, gone::add);
        assertThat(returned).as("those removed do not return").containsExactly(2);
    }

    @Test
    void theRateOfOneRemovedIsNotCompared() {
        OutlierEjection ejection = new OutlierEjection(6, SUCCESS_RATES);
        for (int target = 0; target < 6; target++) {
            traffic(ejection, target, 100, target == 5 ? 100 : target == 2 ? 50 : 0);
        }
        ejection.removed(5);
        ejection.interval(10 * SECOND, returned::add, gone::add);
        assertThat(gone).containsExactly(2);
    }

    @Test
    void nobodyIsOutWhereOneIsMoreThanTheShareAllowed() {
        assertThat(failing(new OutlierEjection(9, DEFAULTS))).as("1 of 9").isFalse();
        assertThat(failing(new OutlierEjection(10, DEFAULTS))).as("1 of 10").isTrue();
        Settings none = new Settings(5, SECOND, SECOND, 0, false, 5, 100, 1.9);
        assertThat(failing(new OutlierEjection(1_000, none))).as("0 %").isFalse();
        Settings oneAtLeast = new Settings(5, SECOND, SECOND, 0, true, 5, 100, 1.9);
        OutlierEjection ejection = new OutlierEjection(2, oneAtLeast);
        assertThat(failing(ejection)).as("always one").isTrue();
    }

    private static boolean failing(OutlierEjection ejection) {
        boolean out = false;
        for (int i = 0; i < 5; i++) {
            out = ejection.replied(0, true, i);
        }
        return out;
    }
}
