package roundhouse.workbench.inspector;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.settings.Range;
import roundhouse.topology.settings.Units.Parsed;
import roundhouse.topology.settings.Units;
import roundhouse.workbench.inspector.Editor.Option;

/** The kinds of field there are: how each writes its value and reads what is typed. */
final class Forms {
    private Forms() {}

    /** A field whose value is read by one function and written as text by another. */
    static <T, V> Field<T> field(
            String key,
            String label,
            String help,
            Editor editor,
            Function<T, V> get,
            BiFunction<T, V, T> with,
            Function<V, String> write,
            Function<String, Parsed<V>> parse) {
        return new Field<>(
                key,
                label,
                help,
                editor,
                thing -> write.apply(get.apply(thing)),
                (thing, text) -> Field.map(parse.apply(text.strip()), value -> with.apply(thing, value)));
    }

    static <T> Field<T> text(
            String key, String label, String help, Function<T, String> get, BiFunction<T, String, T> with) {
        return field(key, label, help, new Editor.Text(""), get, with, value -> value, Parsed.Value::new);
    }

    /** A text that may be missing; {@code none} is shown then. */
    static <T> Field<T> optionalText(
            String key,
            String label,
            String help,
            String none,
            Function<T, @Nullable String> get,
            BiFunction<T, @Nullable String, T> with) {
        return new Field<>(
                key,
                label,
                help,
                new Editor.Text(none),
                thing -> {
                    String value = get.apply(thing);
                    return value == null ? "" : value;
                },
                (thing, text) -> new Parsed.Value<>(with.apply(thing, text.isBlank() ? null : text.strip())));
    }

    static <T> Field<T> duration(
            String key, String label, String help, Function<T, Duration> get, BiFunction<T, Duration, T> with) {
        return field(key, label, help, new Editor.Text("5ms"), get, with, Units::format, Units::duration);
    }

    /** A duration that may be missing; an empty field or "none" says so. */
    static <T> Field<T> optionalDuration(
            String key,
            String label,
            String help,
            Function<T, @Nullable Duration> get,
            BiFunction<T, @Nullable Duration, T> with) {
        return optionalDuration("none", key, label, help, get, with);
    }

    /** A duration that may be missing; an empty field or the word says so. */
    static <T> Field<T> optionalDuration(
            String word,
            String key,
            String label,
            String help,
            Function<T, @Nullable Duration> get,
            BiFunction<T, @Nullable Duration, T> with) {
        return new Field<>(
                key,
                label,
                help,
                new Editor.Text(word),
                thing -> {
                    Duration value = get.apply(thing);
                    return value == null ? "" : Units.format(value);
                },
                (thing, text) -> text.isBlank() || text.strip().equals(word)
                        ? new Parsed.Value<>(with.apply(thing, null))
                        : Field.map(Units.duration(text), value -> with.apply(thing, value)));
    }

    /** A figure that follows from other fields. */
    static <T> Field<T> shown(String key, String label, String help, String formula, Function<T, String> read) {
        return new Field<>(key, label, help, new Editor.Shown(formula), read, (thing, _) -> new Parsed.Value<>(thing));
    }

    static <T> Field<T> rate(
            String key, String label, String help, Function<T, Double> get, BiFunction<T, Double, T> with) {
        return field(key, label, help, new Editor.Text("1000/s"), get, with, Units::formatRate, Units::rate);
    }

    static <T> Field<T> whole(
            String key,
            String label,
            String help,
            Range limit,
            Function<T, Integer> get,
            BiFunction<T, Integer, T> with) {
        return field(
                key,
                label,
                help,
                new Editor.Text(""),
                get,
                with,
                value -> Integer.toString(value),
                text -> Field.map(number(text, limit), Double::intValue));
    }

    /** A whole number, or a word for "no limit", which is {@link Integer#MAX_VALUE}. */
    static <T> Field<T> wholeOr(
            String word,
            String key,
            String label,
            String help,
            Range limit,
            Function<T, Integer> get,
            BiFunction<T, Integer, T> with) {
        return field(
                key,
                label,
                help,
                new Editor.Text(word),
                get,
                with,
                value -> value == Integer.MAX_VALUE ? "" : Integer.toString(value),
                text -> text.isEmpty() || text.equals(word)
                        ? new Parsed.Value<>(Integer.MAX_VALUE)
                        : Field.map(number(text, limit), Double::intValue));
    }

    static <T> Field<T> number(
            String key,
            String label,
            String help,
            Range limit,
            Function<T, Double> get,
            BiFunction<T, Double, T> with) {
        return field(key, label, help, new Editor.Text(""), get, with, Units::number, text -> number(text, limit));
    }

    /** A part of the whole, 0 to 1, shown and typed as a percentage. */
    static <T> Field<T> percent(
            String key, String label, String help, Function<T, Double> get, BiFunction<T, Double, T> with) {
        return field(key, label, help, new Editor.Text("50 %"), get, with, Forms::percent, Forms::percent);
    }

    static <T> Field<T> flag(
            String key, String label, String help, Function<T, Boolean> get, BiFunction<T, Boolean, T> with) {
        return field(
                key,
                label,
                help,
                new Editor.Flag(),
                get,
                with,
                value -> value ? Editor.ON : Editor.OFF,
                text -> new Parsed.Value<>(text.equals(Editor.ON)));
    }

    static <T> Field<T> choice(
            String key,
            String label,
            String help,
            List<Option> options,
            Function<T, String> get,
            BiFunction<T, String, T> with) {
        return field(key, label, help, new Editor.Choice(options), get, with, value -> value, Parsed.Value::new);
    }

    static Parsed<Double> number(String text, Range limit) {
        try {
            double value = Double.parseDouble(text.replace(",", "").replace(" ", ""));
            if (limit.allows(value)) {
                return new Parsed.Value<>(value);
            }
        } catch (NumberFormatException _) {
            return new Parsed.Wrong<>("found \"" + text + "\"; " + limit.allowed() + " is allowed");
        }
        return new Parsed.Wrong<>("found " + text + "; " + limit.allowed() + " is allowed");
    }

    private static String percent(double part) {
        return new BigDecimal(Double.toString(part))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static Parsed<Double> percent(String text) {
        String digits =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        try {
            double part = new BigDecimal(digits).movePointLeft(2).doubleValue();
            if (Range.PART.allows(part)) {
                return new Parsed.Value<>(part);
            }
        } catch (NumberFormatException _) {
            return new Parsed.Wrong<>("found \"" + text + "\"; a percentage is written like \"50 %\"");
        }
        return new Parsed.Wrong<>("found " + text + "; 0 % to 100 % is allowed");
    }
}
