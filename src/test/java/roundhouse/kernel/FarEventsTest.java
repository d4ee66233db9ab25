package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What keeps an event cheap however many there are: windows have the events they should, and are chosen anew when they have not. */
class FarEventsTest {
    private static final int MANY = 10_000;
    /** Of so many events 2 √n, 200, belong in a window: it is the next lower power of two of 200 times the mean gap. */
    private static final long GAP_NANOS = 1_000;

    private static final int WINDOW_NANOS = 1 << 17;

    private final FarEvents far = new FarEvents();
    private final SortedEvents sorted = new SortedEvents();
    private final EventHeap heap = new EventHeap();
    private long sequence;

    /** Events at equal distances from the first window on. */
    private void regular(double meanNanos, int count) {
        far.spread(meanNanos, 0, count);
        for (long timeNanos = far.nearNanos() + 1; far.count() < count; timeNanos += GAP_NANOS) {
            far.add(timeNanos, sequence++, 0);
        }
    }

    /** Opens the next window and takes what is in it. Returns how many events that was. */
    private int open() {
        far.moveTo(sorted, heap);
        int events = sorted.size() + heap.size();
        while (!sorted.isEmpty()) {
            sorted.take();
        }
        while (!heap.isEmpty()) {
            heap.take();
            heap.settle();
        }
        return events;
    }

    @Test
    void nothingIsForHereWhileThereIsNothing() {
        assertThat(far.nearNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(far.count()).isZero();
    }

    @Test
    void aWindowHasAsManyEventsAsItsLengthSays() {
        regular(GAP_NANOS, MANY);
        assertThat(far.nearNanos()).as("none is open").isEqualTo(-1);
        int left = MANY;
        for (int window = 1; left > WINDOW_NANOS / GAP_NANOS + 1; window++) {
            int events = open();
            left -= events;
            assertThat(events).isBetween((int) (WINDOW_NANOS / GAP_NANOS), (int) (WINDOW_NANOS / GAP_NANOS) + 1);
            assertThat(far.count()).isEqualTo(left);
            assertThat(far.nearNanos()).isEqualTo((long) window * WINDOW_NANOS - 1);
            assertThat(far.isUneven()).isFalse();
            assertThat(far.meanNanos()).isCloseTo(GAP_NANOS, within(10.0));
        }
        open();
        assertThat(far.count()).isZero();
        assertThat(far.nearNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void windowsAreUnevenOnceTheyHadFarTooManyEventsForAsLongAsChoosingOthersTakes() {
        regular(8 * GAP_NANOS, MANY);
        int moved = 0;
        while (far.count() > 0) {
            moved += open();
            // What was passed and moved is held against what is there, which sorting all of it anew would touch.
            assertThat(far.isUneven()).as("after %d", moved).isEqualTo(moved > MANY / 2);
        }
        assertThat(far.meanNanos()).isCloseTo(GAP_NANOS, within(150.0));
    }

    @Test
    void windowsAreUnevenOnceTheyHadFarTooFew() {
        regular(GAP_NANOS / 32.0, MANY);
        int windows = 0;
        while (!far.isUneven()) {
            open();
            windows++;
        }
        // Each window of 4 µs has 4 events in place of 200: it takes some 8,000 passed and moved.
        assertThat(windows).isBetween(MANY / 10, MANY / 4);
        assertThat(far.meanNanos()).isCloseTo(GAP_NANOS, within(50.0));
    }

    @Test
    void fewEventsAreNotJudged() {
        regular(100 * GAP_NANOS, 500);
        while (far.count() > 0) {
            open();
            assertThat(far.isUneven()).isFalse();
        }
    }

    @Test
    void whatComesAfterAllWindowsWaitsUntilItsTime() {
        regular(GAP_NANOS, 1_000);
        long year = 365L * 24 * 3_600 * 1_000_000_000;
        far.add(year, sequence++, 7);
        far.add(2 * year, sequence++, 8);
        while (far.count() > 2) {
            assertThat(open()).isPositive();
        }
        far.moveTo(sorted, heap);
        assertThat(sorted.timeNanos()).isEqualTo(year);
        assertThat(sorted.take()).isEqualTo(7);
        far.moveTo(sorted, heap);
        assertThat(sorted.timeNanos()).isEqualTo(2 * year);
    }

    @Test
    void windowsMoveOnWhileThereAreEvents() {
        far.spread(GAP_NANOS, 0, 1_000);
        long lastNanos = far.nearNanos();
        for (int i = 0; i < 1_000; i++) {
            lastNanos += GAP_NANOS;
            far.add(lastNanos, sequence++, 0);
        }
        // The events of each window are replaced by as many behind all others, for far more windows than there are at a
        // time.
        for (int round = 0; round < 5_000; round++) {
            int events = open();
            assertThat(events).as("in round %d", round).isBetween(32, 33);
            for (int i = 0; i < events; i++) {
                lastNanos += GAP_NANOS;
                far.add(lastNanos, sequence++, 0);
            }
        }
        assertThat(far.count()).isEqualTo(1_000);
        assertThat(far.isUneven()).isFalse();
    }

    @Test
    void whatCannotBeSortedQuicklyGoesToTheHeap() {
        regular(GAP_NANOS, MANY);
        long nearNanos = far.nearNanos();
        for (int i = 0; i < 1_000; i++) {
            far.add(nearNanos + 5, sequence++, 0);
        }
        far.moveTo(sorted, heap);
        assertThat(sorted.isEmpty()).isTrue();
        assertThat(heap.size()).isBetween(1_000 + 131, 1_000 + 132);
        assertThat(heap.timeNanos()).isEqualTo(nearNanos + 1);
    }
}
