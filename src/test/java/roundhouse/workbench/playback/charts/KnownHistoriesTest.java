package roundhouse.workbench.playback.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.workbench.playback.Stage.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.topology.Topology;
import roundhouse.workbench.playback.history.Future;

class KnownHistoriesTest {
    private final KnownHistories histories = new KnownHistories();

    private static Frame frame(int spans) {
        Frame frame = new Frame();
        double[] values = new double[spans];
        long[] none = new long[spans];
        frame.history = new RunHistory(
                SECOND, values, values, values, none, none, none, List.of(), new int[0][], DataHistory.NONE);
        return frame;
    }

    private static Future future(int number, long seconds) {
        return new Future(number, "", Topology.EMPTY, List.of(), seconds * SECOND);
    }

    @Test
    void afterARewindWhatIsAheadIsStillKnown() {
        RunHistory known = histories.of(frame(30), future(0, 30), List.of());
        assertThat(histories.of(frame(10), future(0, 30), List.of())).isSameAs(known);
        Frame further = frame(31);
        assertThat(histories.of(further, future(0, 31), List.of())).isSameAs(further.history);
    }

    @Test
    void anotherFutureHasItsOwnAndIsRememberedWhileItIsKept() {
        RunHistory first = histories.of(frame(30), future(0, 30), List.of());
        Frame second = frame(12);
        assertThat(histories.of(second, future(1, 12), List.of(future(0, 30)))).isSameAs(second.history);
        assertThat(histories.of(frame(12), future(0, 30), List.of(future(1, 12))))
                .isSameAs(first);
        histories.of(frame(12), future(1, 12), List.of());
        Frame again = frame(12);
        assertThat(histories.of(again, future(0, 30), List.of()))
                .as("it was removed meanwhile")
                .isSameAs(again.history);
    }

    @Test
    void anotherRunKnowsNothingOfTheOneBefore() {
        histories.of(frame(30), future(0, 30), List.of());
        Frame other = frame(2);
        assertThat(histories.of(other, future(0, 2), List.of())).isSameAs(other.history);
    }
}
