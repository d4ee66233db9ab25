package roundhouse.storage.models;

import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.tables.TupleTable;

/** A register whose reads may answer any of the latest values written, so many of them; what was there at first is the oldest. */
public final class RecentModel implements Model {
    private final OperationHistory history;
    private final TupleTable states = new TupleTable();
    private final int[] buffer;

    /** @param versions how many of the latest values a read may answer, from 1; 1 is a register */
    public RecentModel(OperationHistory history, int versions) {
        this.history = history;
        buffer = new int[versions + 1];
    }

    @Override
    public int initial() {
        buffer[0] = history.initial();
        return states.id(buffer, 1);
    }

    @Override
    public int step(int state, int operation) {
        if (history.kind(operation) == OperationKind.READ) {
            return !history.isKnown(operation) || has(state, history.result(operation)) ? state : WRONG;
        }
        int length = states.copy(state, buffer);
        buffer[length++] = history.argument(operation);
        if (length == buffer.length) {
            System.arraycopy(buffer, 1, buffer, 0, --length);
        }
        return states.id(buffer, length);
    }

    private boolean has(int state, int value) {
        for (int i = 0; i < states.length(state); i++) {
            if (states.at(state, i) == value) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String shown(int state, int key) {
        StringBuilder words = new StringBuilder();
        for (int i = states.length(state) - 1; i >= 0; i--) {
            words.append(words.isEmpty() ? "" : " or ").append(history.value(states.at(state, i)));
        }
        return words.toString();
    }
}
