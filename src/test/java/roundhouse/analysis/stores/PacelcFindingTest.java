package roundhouse.analysis.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.searching.Budget;

class PacelcFindingTest {
    private static final HistoryVerdict HOLDS = new HistoryVerdict.Holds(OptionalLong.empty());
    private static final HistoryVerdict UNKNOWN = new HistoryVerdict.Unknown(1);
    private static final HistoryVerdict BROKEN = broken();

    /** Somebody reads what nobody wrote. */
    private static HistoryVerdict broken() {
        HistoryRecorder recorder = new HistoryRecorder();
        int client = recorder.names().clients().number("a");
        int key = recorder.names().keys().number("x");
        int read = recorder.called(client, OperationKind.READ, key, 0, 1);
        recorder.returned(read, recorder.names().values().number(new Value.Whole(7)), 2);
        return new Checker(recorder.history(ModelKind.REGISTER, new Value.Whole(0)), Budget.of(1_000))
                .check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    private static StoreMeasures measures(long stale) {
        return new StoreMeasures(Latency.NONE, Latency.NONE, 100, 100, 0, stale, 0, 0, 0);
    }

    private static StoreMeasures.Parted parted(long refused, long stale, long lost) {
        return new StoreMeasures.Parted(
                List.of(new StoreMeasures.Side("a", 50, refused), new StoreMeasures.Side("b", 50, 0)),
                Latency.NONE,
                Latency.NONE,
                stale,
                100,
                0,
                lost);
    }

    private static String letters(
            long stale, HistoryVerdict whole, StoreMeasures.Parted parts, HistoryVerdict duringPartition) {
        return PacelcFinding.of(measures(stale), whole, parts, duringPartition).letters();
    }

    @Test
    void whoAnswersAllGaveUpConsistencyOrNothing() {
        assertThat(letters(5, BROKEN, parted(0, 40, 0), BROKEN)).isEqualTo("PA/EL");
        assertThat(letters(0, HOLDS, parted(0, 0, 0), HOLDS)).isEqualTo("P+/EC");
        assertThat(letters(0, HOLDS, parted(0, 3, 0), UNKNOWN)).isEqualTo("PA/EC");
        assertThat(letters(0, HOLDS, parted(0, 0, 0), UNKNOWN)).isEqualTo("P?/EC");
    }

    @Test
    void whoRefusesKeepsWhatItPromisedOrNot() {
        assertThat(letters(0, HOLDS, parted(10, 0, 0), HOLDS)).isEqualTo("PC/EC");
        assertThat(letters(5, BROKEN, parted(10, 40, 0), BROKEN))
                .as("it was not consistent before, and lost nothing")
                .isEqualTo("PC/EL");
        assertThat(letters(5, BROKEN, parted(10, 40, 1), BROKEN)).isEqualTo("P–/EL");
        assertThat(letters(0, HOLDS, parted(10, 0, 0), BROKEN)).isEqualTo("P–/EC");
        assertThat(letters(0, HOLDS, parted(10, 0, 0), UNKNOWN)).isEqualTo("P?/EC");
    }

    @Test
    void withNothingWrongOldReadsTellLatencyFromNearly() {
        assertThat(letters(0, BROKEN, parted(10, 0, 0), BROKEN)).isEqualTo("PC/E~");
        assertThat(letters(3, HOLDS, parted(10, 0, 0), HOLDS))
                .as("what counts as old can have been written at the same time")
                .isEqualTo("PC/EC");
        assertThat(letters(3, UNKNOWN, parted(10, 0, 0), HOLDS)).isEqualTo("PC/E?");
        assertThat(PacelcFinding.of(measures(0), HOLDS, parted(10, 0, 0), HOLDS).sentence())
                .isEqualTo(
                        "During the partition some requests were not answered; what was answered kept its promise. Else one order in real time explains every answer.");
    }
}
