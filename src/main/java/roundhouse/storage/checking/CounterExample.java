package roundhouse.storage.checking;

import java.util.List;
import roundhouse.storage.history.OperationHistory;

/**
 * The few operations of a history that show that a promise was broken.
 *
 * @param operations those that cannot all be right, and those that their answers come from, in the order of their calls
 * @param needed which of them cannot all be right, by place; the others may have happened or not
 * @param why sentences in which (1) is the first operation
 */
public record CounterExample(OperationHistory operations, List<Boolean> needed, List<String> why) {
    public CounterExample {
        needed = List.copyOf(needed);
        why = List.copyOf(why);
    }
}
