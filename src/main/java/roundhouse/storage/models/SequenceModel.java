package roundhouse.storage.models;

import java.util.Arrays;
import java.util.List;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.Value;
import roundhouse.storage.tables.TupleTable;

/** What models share whose state is a sequence of values. */
abstract class SequenceModel implements Model {
    final OperationHistory history;
    private final TupleTable states = new TupleTable();
    private int[] buffer = new int[16];

    SequenceModel(OperationHistory history) {
        this.history = history;
    }

    @Override
    public int initial() {
        return state(history.value(history.initial()));
    }

    /** The state that a value says; nothing is the empty one. */
    final int state(Value value) {
        List<Value> items = switch (value) {
            case Value.Many(List<Value> many) -> many;
            case Value.Nothing _ -> List.of();
            default -> List.of(value);
        };
        int[] numbers = items.stream().mapToInt(history.values()::number).toArray();
        return states.id(ordered(numbers), numbers.length);
    }

    /** The numbers in the order in which states have them. */
    int[] ordered(int[] numbers) {
        return numbers;
    }

    final int length(int state) {
        return states.length(state);
    }

    final int first(int state) {
        return states.at(state, 0);
    }

    final boolean has(int state, int value) {
        for (int i = 0; i < states.length(state); i++) {
            if (states.at(state, i) == value) {
                return true;
            }
        }
        return false;
    }

    final int with(int state, int value) {
        int length = copy(state);
        buffer[length] = value;
        int[] numbers = ordered(Arrays.copyOf(buffer, length + 1));
        return states.id(numbers, length + 1);
    }

    final int without(int state, int value) {
        int length = copy(state);
        int[] left = Arrays.stream(buffer, 0, length).filter(i -> i != value).toArray();
        return states.id(left, left.length);
    }

    final int withoutFirst(int state) {
        int length = copy(state);
        return states.id(Arrays.copyOfRange(buffer, 1, length), length - 1);
    }

    private int copy(int state) {
        if (states.length(state) >= buffer.length) {
            buffer = new int[states.length(state) * 2];
        }
        return states.copy(state, buffer);
    }

    @Override
    public String shown(int state, int key) {
        copy(state);
        return Arrays.stream(buffer, 0, states.length(state))
                .mapToObj(history::value)
                .toList()
                .toString();
    }
}
