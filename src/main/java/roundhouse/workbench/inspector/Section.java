package roundhouse.workbench.inspector;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Fields that belong together.
 *
 * @param title may be empty
 */
record Section<T>(String title, List<Field<T>> fields) {
    /** The same section of the whole that the thing is a part of. */
    <W> Section<W> in(Function<W, T> part, BiFunction<W, T, W> with) {
        return new Section<>(
                title, fields.stream().map(field -> field.in(part, with)).toList());
    }
}
