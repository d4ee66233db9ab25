package roundhouse.storage.models;

import java.util.Arrays;
import roundhouse.storage.history.OperationHistory;

/** A set: what was added and not removed, in whatever order. */
final class SetModel extends SequenceModel {
    SetModel(OperationHistory history) {
        super(history);
    }

    @Override
    int[] ordered(int[] numbers) {
        return Arrays.stream(numbers).distinct().sorted().toArray();
    }

    @Override
    public int step(int state, int operation) {
        int argument = history.argument(operation);
        return switch (history.kind(operation)) {
            case ADD -> has(state, argument) ? state : with(state, argument);
            case REMOVE -> without(state, argument);
            case READ ->
                !history.isKnown(operation) || state(history.value(history.result(operation))) == state ? state : WRONG;
            default -> WRONG;
        };
    }
}
