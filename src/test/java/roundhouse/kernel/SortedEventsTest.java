package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedEventsTest {
    private static final int SHIFT = 20;

    private final SortedEvents sorted = new SortedEvents();

    private int fill(long... timesNanos) {
        EventLists lists = new EventLists(1, timesNanos.length);
        for (int i = 0; i < timesNanos.length; i++) {
            lists.add(0, timesNanos[i], i, (long) i % 2 << 32 | i);
        }
        return sorted.fill(lists, 0, SHIFT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 21, 22, 63, 64, 65, 500, 3_000})
    void eventsComeInTheOrderOfTimeAndThenOfScheduling(int count) {
        SplittableRandom random = new SplittableRandom(count);
        long[] times = random.longs(count, 0, 1 << SHIFT).toArray();
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expected.add(i);
        }
        // Half of them at times that others have, too.
        for (int i = 0; i < count / 2; i++) {
            times[i] = times[count - 1 - i];
        }
        expected.sort((a, b) -> times[a] != times[b] ? Long.compare(times[a], times[b]) : Integer.compare(a, b));
        assertThat(fill(times)).isEqualTo(count);
        int left = count;
        for (int each : expected) {
            assertThat(sorted.size()).isEqualTo(left--);
            assertThat(sorted.isEmpty()).isFalse();
            assertThat(sorted.timeNanos()).isEqualTo(times[each]);
            assertThat(sorted.sequence()).isEqualTo(each);
            assertThat((int) sorted.take()).isEqualTo(each);
        }
        assertThat(sorted.isEmpty()).isTrue();
        assertThat(sorted.size()).isZero();
        assertThat(sorted.timeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    /** Sorting by distribution would take a step for each pair of them. */
    @Test
    void timesThatAreTooCloseTogetherAreNotTaken() {
        long[] close = new long[200];
        assertThat(fill(close)).isZero();
        assertThat(sorted.isEmpty()).isTrue();
        // The same spread over the window, and a few that are alike.
        for (int i = 0; i < close.length; i++) {
            close[i] = i / 4 * 20_000L;
        }
        assertThat(fill(close)).isEqualTo(200);
    }

    /** A part of a window holds at most eight events on average, counted by event. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9})
    void eightInEachPartAreTakenAndNineAreNot(int together) {
        long[] times = new long[72 * together];
        long parts = 1L << 32 - Integer.numberOfLeadingZeros(times.length);
        for (int i = 0; i < times.length; i++) {
            times[i] = i / together * ((1L << SHIFT) / parts);
        }
        assertThat(fill(times)).isEqualTo(together <= 8 ? times.length : 0);
    }

    @Test
    void whatIsLeftGoesToThoseFarAhead() {
        FarEvents far = new FarEvents();
        far.spread(1, 0, 3);
        fill(500_000, 100, 900_000);
        sorted.take();
        sorted.moveTo(far);
        assertThat(far.count()).isEqualTo(2);
        assertThat(sorted.isEmpty()).isTrue();
        assertThat(sorted.timeNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void eventsOfAHandlerAreTakenOut() {
        fill(50, 40, 30, 20, 10);
        sorted.take();
        sorted.cancel(1);
        assertThat(sorted.size()).isEqualTo(2);
        assertThat((int) sorted.take()).isEqualTo(2);
        assertThat((int) sorted.take()).isEqualTo(0);
        assertThat(sorted.timeNanos()).isEqualTo(Long.MAX_VALUE);
    }
}
