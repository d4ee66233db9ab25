package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import roundhouse.topology.settings.Units.Parsed;

/** A list typed as one line for each entry. Blank lines are left out. */
final class ListText {
    private ListText() {}

    static <V> String write(List<V> values, Function<V, String> line) {
        return String.join("\n", values.stream().map(line).toList());
    }

    /** All entries, or what is wrong with the first line that is wrong. */
    static <V> Parsed<List<V>> read(String text, Function<String, Parsed<V>> line) {
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

    static <V> Field<V> lines(
            String key,
            String label,
            String help,
            String example,
            Function<V, String> write,
            java.util.function.BiFunction<V, String, Parsed<V>> read) {
        return new Field<>(key, label, help, new Editor.Lines(example), write, read);
    }
}
