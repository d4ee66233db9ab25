package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;

/** A lock: acquired when it is free, released when it is held, by whomever. Free at first, unless that is 1 or true. */
final class MutexModel implements Model {
    private static final int FREE = 0;
    private static final int HELD = 1;

    private final OperationHistory history;

    MutexModel(OperationHistory history) {
        this.history = history;
    }

    @Override
    public int initial() {
        return switch (history.value(history.initial())) {
            case Value.Whole(long held) when held != 0 -> HELD;
            case Value.Truth(boolean held) when held -> HELD;
            default -> FREE;
        };
    }

    @Override
    public int step(int state, int operation) {
        boolean acquires = history.kind(operation) == OperationKind.ACQUIRE;
        int from = acquires ? FREE : HELD;
        if (state != from) {
            return history.isKnown(operation) ? WRONG : state;
        }
        return acquires ? HELD : FREE;
    }

    @Override
    public String shown(int state, int key) {
        return state == HELD ? "held" : "free";
    }
}
