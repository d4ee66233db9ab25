package roundhouse.storage.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.searching.Budget;

class BudgetTest {
    /** Many concurrent adds and a read that cannot be: every subset of them is looked at. */
    private static OperationHistory hard() {
        HistoryRecorder recorder = new HistoryRecorder();
        int key = recorder.names().keys().number("s");
        for (int i = 0; i < 24; i++) {
            int added = recorder.names().values().number(new Value.Whole(i));
            int operation = recorder.called(i, OperationKind.ADD, key, added, 0);
            recorder.names().clients().number("c" + i);
            recorder.returned(operation, 0, 100);
        }
        int read = recorder.called(0, OperationKind.READ, key, 0, 50);
        recorder.returned(read, recorder.names().values().number(new Value.Whole(99)), 60);
        return recorder.history(ModelKind.SET, Value.NOTHING);
    }

    private static HistoryVerdict judge(Budget budget) {
        return new Checker(hard(), budget).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    @Test
    void whatIsTooMuchIsUnknown() {
        assertThat(judge(Budget.of(10_000))).isEqualTo(new HistoryVerdict.Unknown(10_001));
    }

    @Test
    void theSameBudgetGivesTheSameVerdict() {
        assertThat(judge(Budget.of(5_000))).isEqualTo(judge(Budget.of(5_000)));
    }

    @Test
    void whoeverWaitsCanEndIt() {
        assertThat(judge(new Budget(Long.MAX_VALUE, () -> true))).isEqualTo(new HistoryVerdict.Unknown(4_096));
    }
}
