package roundhouse.exchange.configuration.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a YAML document, with the line where it begins, from 1. */
public sealed interface Yaml {
    int line();

    /** Keys in their order. */
    record Obj(int line, Map<String, Yaml> fields) implements Yaml {}

    record Arr(int line, List<Yaml> items) implements Yaml {}

    /**
     * Any scalar, as it was written but for quotes.
     *
     * @param last the line where it ends
     */
    record Text(int line, int last, String value) implements Yaml {}

    /** Nothing, where a key is missing. */
    record Missing() implements Yaml {
        @Override
        public int line() {
            return 0;
        }
    }

    /** The last line of it and of what is in it. */
    default int last() {
        return switch (this) {
            case Obj(int line, Map<String, Yaml> fields) -> last(line, fields.values());
            case Arr(int line, List<Yaml> items) -> last(line, items);
            case Text(int _, int last, String _) -> last;
            case Missing _ -> 0;
        };
    }

    private static int last(int line, Collection<Yaml> values) {
        return values.stream().mapToInt(Yaml::last).reduce(line, Math::max);
    }

    /** The field of that name; {@link Missing} where there is none. */
    default Yaml get(String key) {
        return this instanceof Obj(int _, Map<String, Yaml> fields)
                ? fields.getOrDefault(key, new Missing())
                : new Missing();
    }

    /** Field by field. */
    default Yaml at(String... keys) {
        Yaml at = this;
        for (String key : keys) {
            at = at.get(key);
        }
        return at;
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** Fields, where it has some. */
    default Map<String, Yaml> fields() {
        return this instanceof Obj(int _, Map<String, Yaml> fields) ? fields : new LinkedHashMap<>();
    }

    /** Items, where it is a list; itself where it is one value; none where it is missing. */
    default List<Yaml> items() {
        return switch (this) {
            case Arr(int _, List<Yaml> items) -> items;
            case Missing _ -> List.of();
            case Yaml value -> List.of(value);
        };
    }

    /** A scalar's text; empty for anything else. */
    default String text() {
        return this instanceof Text(int _, int _, String value) ? value : "";
    }

    /** A number; nothing for anything else. */
    default Optional<Double> number() {
        String text = text();
        return text.matches("[+-]?\\d{1,15}(\\.\\d{0,15})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }

    /** A whole number within limits; nothing for anything else. */
    default Optional<Integer> whole(int min, int max) {
        return number().filter(number -> number == Math.rint(number) && number >= min && number <= max)
                .map(Double::intValue);
    }

    /** A whole number within limits, or null. */
    default @Nullable Integer wholeOrNull(int min, int max) {
        return whole(min, max).orElse(null);
    }
}
