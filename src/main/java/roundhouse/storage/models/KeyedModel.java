package roundhouse.storage.models;

import java.util.ArrayList;
import java.util.List;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.tables.TupleTable;

/** All keys of a history at once: its state is the states of the keys. */
public final class KeyedModel implements Model {
    private final OperationHistory history;
    private final List<Model> keys = new ArrayList<>();
    private final TupleTable states = new TupleTable();
    private final int[] buffer;

    public KeyedModel(OperationHistory history) {
        this.history = history;
        for (int i = 0; i < history.keys(); i++) {
            keys.add(Models.of(history));
        }
        buffer = new int[keys.size()];
    }

    @Override
    public int initial() {
        for (int i = 0; i < buffer.length; i++) {
            buffer[i] = keys.get(i).initial();
        }
        return states.id(buffer, buffer.length);
    }

    @Override
    public int step(int state, int operation) {
        int key = history.key(operation);
        int before = states.at(state, key);
        int after = keys.get(key).step(before, operation);
        if (after == before || after == WRONG) {
            return after == WRONG ? WRONG : state;
        }
        states.copy(state, buffer);
        buffer[key] = after;
        return states.id(buffer, buffer.length);
    }

    @Override
    public boolean isOfUse(int state, int operation) {
        int key = history.key(operation);
        return keys.get(key).isOfUse(states.at(state, key), operation);
    }

    @Override
    public String shown(int state, int key) {
        return keys.get(key).shown(states.at(state, key), key);
    }
}
