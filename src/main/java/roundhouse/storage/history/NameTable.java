package roundhouse.storage.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each name its number, in the order in which they come. */
public final class NameTable {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    public int number(String name) {
        Integer found = numbers.get(name);
        if (found != null) {
            return found;
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    public String name(int number) {
        return names.get(number);
    }

    public int count() {
        return names.size();
    }
}
