package roundhouse.workbench.history;

import java.util.Optional;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.CounterExample;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.lanes.VerdictWords;
import roundhouse.workbench.FigureText;

/** A history and what a check says of it. */
public record CheckedHistory(OperationHistory history, Check check, HistoryVerdict verdict) {
    /** What breaks the promise, if it is broken. */
    public Optional<CounterExample> broken() {
        return verdict instanceof HistoryVerdict.Broken(CounterExample example)
                ? Optional.of(example)
                : Optional.empty();
    }

    /** The verdict in a sentence. */
    public String sentence() {
        return FigureText.sentence(VerdictWords.of(check, history, verdict));
    }

    HistoryLanes lanes() {
        return HistoryLanes.of(history, broken());
    }
}
