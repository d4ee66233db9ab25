package roundhouse.workbench.inspector;

import java.util.function.BiFunction;
import java.util.function.Function;
import roundhouse.topology.settings.Units.Parsed;

/**
 * One line of the inspector, whatever it is a line of.
 *
 * @param key its name among the fields of a kind: {@code service.mean}
 * @param label its name for people: "Service time"
 * @param help what it means, in a sentence; may be empty
 * @param read its value as text
 * @param write the thing with the value that was typed, or why not
 */
record Field<T>(
        String key,
        String label,
        String help,
        Editor editor,
        Function<T, String> read,
        BiFunction<T, String, Parsed<T>> write) {
    /** The same field of the whole that the thing is a part of. */
    <W> Field<W> in(Function<W, T> part, BiFunction<W, T, W> with) {
        return new Field<>(
                key,
                label,
                help,
                editor,
                whole -> read.apply(part.apply(whole)),
                (whole, text) -> map(write.apply(part.apply(whole), text), value -> with.apply(whole, value)));
    }

    static <A, B> Parsed<B> map(Parsed<A> parsed, Function<A, B> function) {
        return Parsed.map(parsed, function);
    }
}
