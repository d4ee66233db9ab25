package roundhouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far the clock goes, whichever way an event is kept until it is due. */
class ClockTest {
    private final Kernel kernel = new Kernel();
    private final List<String> happened = new ArrayList<>();

    private enum Way {
        HEAP,
        LANE,
        TIMEOUT,
        SINGLE
    }

    private void schedule(Way way, long delay) {
        EventHandler handler = new NotedEvents(kernel, way.toString(), happened);
        switch (way) {
            case HEAP -> kernel.schedule(delay, handler, 0);
            case LANE -> NotedEvents.lane(kernel, delay).add(handler, 0);
            case TIMEOUT -> new TimeoutQueue(kernel, delay, handler).arm(0);
            case SINGLE -> new SingleOf(kernel, handler).schedule(delay, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEventAtTheEndHappensAndOneBehindItDoesNot(Way way) {
        schedule(way, 100);
        kernel.runUntil(99);
        assertThat(kernel.nowNanos()).isEqualTo(99);
        assertThat(happened).isEmpty();
        kernel.runUntil(100);
        assertThat(happened).hasSize(1);
        assertThat(kernel.step()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theClockAdvancesUpToTheNextEventAndNotPastIt(Way way) {
        schedule(way, 100);
        kernel.advanceTo(60);
        assertThat(kernel.nowNanos()).isEqualTo(60);
        kernel.advanceTo(50);
        assertThat(kernel.nowNanos()).as("never back").isEqualTo(60);
        kernel.advanceTo(100);
        assertThat(kernel.nowNanos()).isEqualTo(100);
        assertThat(happened).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> kernel.advanceTo(101));
    }

    @Test
    void aRunThatIsStoppedStandsAfterItsLastEventAndCanGoOn() {
        for (int i = 1; i <= 10_000; i++) {
            schedule(Way.HEAP, i);
        }
        assertThat(kernel.runUntil(20_000, () -> true)).isFalse();
        assertThat(happened).hasSize(4_096);
        assertThat(kernel.nowNanos()).isEqualTo(4_096);
        assertThat(kernel.runUntil(9_999, () -> happened.size() > 9_999)).isTrue();
        assertThat(happened).hasSize(9_999);
        assertThat(kernel.nowNanos()).isEqualTo(9_999);
        assertThat(kernel.runUntil(20_000, () -> true))
                .as("nobody is asked any more")
                .isTrue();
        assertThat(kernel.nowNanos()).isEqualTo(20_000);
        assertThat(kernel.runUntil(10, () -> true)).isTrue();
        assertThat(kernel.nowNanos()).as("never back").isEqualTo(20_000);
    }

    @Test
    void advancingTellsTheBoundary() {
        List<Long> told = new ArrayList<>();
        kernel.watch(10, (time, _) -> {
            told.add(time);
            return time + 10;
        });
        kernel.advanceTo(20);
        kernel.advanceTo(20);
        assertThat(told).containsExactly(10L, 20L);
    }

    @Test
    void runningToNowTellsNoBoundaryTwice() {
        List<Long> told = new ArrayList<>();
        kernel.runUntil(20);
        kernel.watch(20, (time, _) -> {
            told.add(time);
            return Long.MAX_VALUE;
        });
        kernel.runUntil(20);
        assertThat(told).isEmpty();
        kernel.runUntil(21);
        assertThat(told).containsExactly(20L);
    }

    @Test
    void theNewestEventIsKnownByItsHandlersName() {
        assertThat(kernel.lastEvent()).isEmpty();
        schedule(Way.LANE, 5);
        schedule(Way.HEAP, 7);
        kernel.step();
        assertThat(kernel.lastEvent()).isEqualTo("LANE");
        kernel.step();
        assertThat(kernel.lastEvent()).isEqualTo("HEAP");
    }

    private static long digest(String name, long delay, long... folded) {
        Kernel kernel = new Kernel();
        EventHandler handler = new NotedEvents(kernel, name, new ArrayList<>());
        kernel.schedule(delay, handler, 0);
        kernel.step();
        for (long value : folded) {
            kernel.fold(value);
        }
        return kernel.digest();
    }

    @Test
    void theDigestTellsTimesNamesAndWhatIsAddedApart() {
        assertThat(List.of(
                        new Kernel().digest(),
                        digest("a", 0),
                        digest("b", 0),
                        digest("a", 1),
                        digest("b", 1),
                        digest("a", 0, 0),
                        digest("a", 0, 1),
                        digest("a", 0, 2),
                        digest("a", 0, 1, 2),
                        digest("a", 0, 2, 1),
                        digest("a", 0, -1)))
                .doesNotHaveDuplicates();
        assertThat(digest("a", 1, 2)).isEqualTo(digest("a", 1, 2));
    }

    /** Saved runs hold digests. */
    @Test
    void theDigestOfTheSameEventsNeverChanges() {
        assertThat(digest("server s1", 1_500_000, 42, -7)).isEqualTo(0x3c30fe41bd5e865bL);
    }
}
