package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.history.ValueTable;

/** A sum. Its state is the number of its value; nothing is 0. */
final class CounterModel implements Model {
    private final OperationHistory history;

    CounterModel(OperationHistory history) {
        this.history = history;
    }

    @Override
    public int initial() {
        return number(whole(history.initial(), 0));
    }

    @Override
    public int step(int state, int operation) {
        long sum = whole(state, 0);
        return switch (history.kind(operation)) {
            case INCREMENT -> number(sum + whole(history.argument(operation), 1));
            case DECREMENT -> number(sum - whole(history.argument(operation), 1));
            case READ -> !history.isKnown(operation) || whole(history.result(operation), 0) == sum ? state : WRONG;
            default -> WRONG;
        };
    }

    private int number(long sum) {
        return history.values().number(new Value.Whole(sum));
    }

    private long whole(int number, long otherwise) {
        return number != ValueTable.NOTHING && history.value(number) instanceof Value.Whole(long whole)
                ? whole
                : otherwise;
    }

    @Override
    public String shown(int state, int key) {
        return history.value(state).toString();
    }
}
