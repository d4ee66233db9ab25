package roundhouse.workbench.playback.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.workbench.playback.Samples;

/** Seeks as they go on in turns, and what is left when they are given up. */
class HistoryTest {
    private static final long SECOND = 1_000_000_000;

    private long looks;
    private final History history = new History(Samples.busy(), () -> looks++);

    HistoryTest() {
        assertThat(history.advance(2 * SECOND, Long.MAX_VALUE)).isTrue();
    }

    /** Lets the seek go on for so many looks at the clock. */
    private boolean turn(int length) {
        return history.seek(looks + length);
    }

    private void arrive() {
        while (!turn(100)) {
            assertThat(looks).as("a seek that never arrives").isLessThan(1_000_000);
        }
    }

    @Test
    void aRewindThatIsGivenUpLeavesEverythingAsItWas() {
        long digest = history.run().digest();
        history.seekTo(SECOND);
        assertThat(turn(2)).isFalse();
        assertThat(history.isSeekingInSight()).isFalse();
        assertThat(history.giveUp()).isFalse();
        assertThat(history.isSeeking()).isFalse();
        assertThat(history.nowNanos()).isEqualTo(2 * SECOND);
        assertThat(history.run().digest()).isEqualTo(digest);
    }

    @Test
    void aWayForwardThatIsGivenUpEndsWhereItHasGotTo() {
        history.seekTo(1_000 * SECOND);
        assertThat(turn(6)).isFalse();
        assertThat(history.isSeekingInSight()).isTrue();
        assertThat(history.giveUp()).isFalse();
        assertThat(history.nowNanos()).isGreaterThan(2 * SECOND).isLessThan(1_000 * SECOND);
    }

    @Test
    void aSeekIsTurnedToANewGoalOnItsWay() {
        history.seekTo(SECOND);
        turn(2);
        history.step(SECOND / 2);
        arrive();
        assertThat(history.nowNanos()).isEqualTo(3 * SECOND / 2);
    }

    @Test
    void anotherScenarioThatIsGivenUpOnItsWayStaysThere() {
        Topology next =
                Samples.busy().withScenario(List.of(new TimedCommand(Duration.ofMillis(500), new Command.Crash("s1"))));
        Future before = history.active();
        history.replay("Crash s1", next);
        assertThat(turn(2)).isFalse();
        assertThat(history.active()).as("until it has arrived").isEqualTo(before);
        assertThat(history.giveUp()).isTrue();
        assertThat(history.nowNanos()).isLessThan(2 * SECOND);
        assertThat(history.start()).isEqualTo(next);
        assertThat(history.active().name()).isEqualTo("Crash s1");
        assertThat(history.kept()).containsExactly(before);
    }

    @Test
    void nobodyArrivesInAFutureThatWasRemoved() {
        history.seekTo(SECOND);
        arrive();
        history.apply(new Command.Crash("s1"), "Crash s1");
        Future first = history.kept().getFirst();
        history.goTo(first.number());
        history.remove(first.number());
        assertThat(history.isSeeking()).isFalse();
        history.goTo(first.number());
        assertThat(history.isSeeking()).isFalse();
        assertThat(history.active().name()).isEqualTo("Crash s1");
        assertThat(history.switches()).isZero();
    }
}
