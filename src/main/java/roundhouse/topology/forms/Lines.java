package roundhouse.topology.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import roundhouse.topology.json.Units.Parsed;

/** A list typed as one line for each item. Blank lines are left out. */
public final class Lines {
    private Lines() {}

    public static <V> String write(List<V> values, Function<V, String> line) {
        return String.join("\n", values.stream().map(line).toList());
    }

    /** All items, or what is wrong with the first line that is wrong. */
    public static <V> Parsed<List<V>> read(String text, Function<String, Parsed<V>> line) {
        List<V> values = new ArrayList<>();
        int number = 0;
        for (String typed : text.lines().toList()) {
            number++;
            if (typed.isBlank()) {
                continue;
            }
            switch (line.apply(typed.strip())) {
                case Parsed.Value<V> value -> values.add(value.value());
                case Parsed.Wrong<V> wrong -> {
                    return new Parsed.Wrong<>("line " + number + ": " + wrong.reason());
                }
            }
        }
        return new Parsed.Value<>(List.copyOf(values));
    }
}
