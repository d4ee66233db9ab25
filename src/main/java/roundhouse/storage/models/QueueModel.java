package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.ValueTable;

/** First in, first out; an empty queue answers nothing. */
final class QueueModel extends SequenceModel {
    QueueModel(OperationHistory history) {
        super(history);
    }

    @Override
    public int step(int state, int operation) {
        return switch (history.kind(operation)) {
            case ENQUEUE -> with(state, history.argument(operation));
            case DEQUEUE -> dequeued(state, operation);
            default -> WRONG;
        };
    }

    private int dequeued(int state, int operation) {
        boolean empty = length(state) == 0;
        int found = empty ? ValueTable.NOTHING : first(state);
        if (history.isKnown(operation) && history.result(operation) != found) {
            return WRONG;
        }
        return empty ? state : withoutFirst(state);
    }
}
