package roundhouse.topology.forms;

import java.util.function.BiFunction;
import java.util.function.Function;
import roundhouse.topology.json.Units;

/**
 * One line of a form in which people set something, whatever it is a line of. Whatever the value's type, it is edited as a text.
 *
 * @param key its name among the fields of a kind: {@code service.mean}
 * @param label its name for people: "Service time"
 * @param help what it means, in a sentence; may be empty
 * @param read its value as text
 * @param write the thing with the value that was typed, or why not
 */
public record FormField<T>(
        String key,
        String label,
        String help,
        Editor editor,
        Function<T, String> read,
        BiFunction<T, String, Units.Parsed<T>> write) {
    /** The same field of the whole that the thing is a part of. */
    public <W> FormField<W> in(Function<W, T> part, BiFunction<W, T, W> with) {
        return new FormField<>(
                key,
                label,
                help,
                editor,
                whole -> read.apply(part.apply(whole)),
                (whole, text) ->
                        Units.Parsed.map(write.apply(part.apply(whole), text), value -> with.apply(whole, value)));
    }

    /** The same field under another key. */
    public FormField<T> named(String other) {
        return new FormField<>(other, label, help, editor, read, write);
    }

    /** The same field, edited otherwise. */
    public FormField<T> edited(Editor editor) {
        return new FormField<>(key, label, help, editor, read, write);
    }
}
