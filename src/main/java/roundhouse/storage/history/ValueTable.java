package roundhouse.storage.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each value its number, so that a history is numbers only; {@link #NOTHING} is 0. */
public final class ValueTable {
    /** The number of {@link Value#NOTHING}. */
    public static final int NOTHING = 0;

    private final Map<Value, Integer> numbers = new HashMap<>();
    private final List<Value> values = new ArrayList<>();

    public ValueTable() {
        number(Value.NOTHING);
    }

    public int number(Value value) {
        Integer found = numbers.get(value);
        if (found != null) {
            return found;
        }
        numbers.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    public Value value(int number) {
        return values.get(number);
    }
}
