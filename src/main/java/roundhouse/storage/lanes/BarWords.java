package roundhouse.storage.lanes;

import roundhouse.storage.checking.OperationWords;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.ValueTable;

/** What a bar says. */
public final class BarWords {
    private BarWords() {}

    /** {@code write x = 3}, {@code read x → 2}, {@code cas x 1 to 2 → done}; a question mark for an answer that nobody got. */
    public static String of(OperationHistory history, int operation) {
        String key = history.keyName(operation);
        return switch (history.kind(operation)) {
            case WRITE -> "write " + key + " = " + OperationWords.shortened(history.value(history.argument(operation)));
            case INCREMENT, DECREMENT ->
                history.kind(operation).key() + " " + key
                        + (history.argument(operation) == ValueTable.NOTHING
                                ? ""
                                : " by " + OperationWords.shortened(history.value(history.argument(operation))));
            default -> OperationWords.told(history, operation, " " + key);
        };
    }
}
