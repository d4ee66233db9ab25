package roundhouse.storage.checking;

import java.util.List;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Reasons;

/**
 * The few operations of a history that show that a promise was broken.
 *
 * @param operations those that cannot all be right, and those that their answers come from, in the order of their calls
 * @param needed which of them cannot all be right, by place; the others may have happened or not
 */
public record CounterExample(OperationHistory operations, List<Boolean> needed, Reasons reasons) {
    public CounterExample {
        needed = List.copyOf(needed);
    }

    /** Sentences in which (1) is the first operation. */
    public List<String> why() {
        return reasons.sentences();
    }
}
