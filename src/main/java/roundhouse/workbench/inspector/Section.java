package roundhouse.workbench.inspector;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Fields that belong together.
 *
 * @param title may be empty
 * @param main whether it is what people come for most, which stands above the live figures
 */
record Section<T>(String title, boolean main, List<Field<T>> fields) {
    /** Without a title it is what people come for most. */
    Section(String title, List<Field<T>> fields) {
        this(title, title.isEmpty(), fields);
    }

    /** The same section of the whole that the thing is a part of. */
    <W> Section<W> in(Function<W, T> part, BiFunction<W, T, W> with) {
        return new Section<>(
                title, main, fields.stream().map(field -> field.in(part, with)).toList());
    }
}
