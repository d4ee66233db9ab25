package roundhouse.topology.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;

/**
 * Reads the keys of one JSON object. What is wrong goes to the problems, and a stand-in is returned so that reading goes on to the
 * next mistake.
 */
public final class Fields {
    private final Json.Obj object;
    private final String pointer;
    private final Problems problems;
    private final Set<String> misspelt = new HashSet<>();

    private Fields(Json.Obj object, String pointer, Problems problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** The object's fields, or null (and a problem) when the value is no object. {@code what} names it: "a server". */
    public static @Nullable Fields of(Json value, String pointer, Problems problems, String what) {
        if (value instanceof Json.Obj object) {
            return new Fields(object, pointer, problems);
        }
        problems.add(pointer, value.line(), "found " + Json.shown(value) + "; " + what + " is an object, { … }");
        return null;
    }

    /** Reports every key that is not one of these. */
    public Fields knowing(String what, Collection<String> known) {
        object.fields().forEach((key, value) -> {
            if (!known.contains(key) && !problems.full()) {
                Names.nearest(key, known).ifPresent(misspelt::add);
                problems.add(
                        pointer,
                        value.line(),
                        "unknown key " + Json.quoted(key) + Names.didYouMean(key, known) + orList(what, key, known));
            }
        });
        return this;
    }

    public Fields knowing(String what, String... known) {
        return knowing(what, Arrays.asList(known));
    }

    private static String orList(String what, String key, Collection<String> known) {
        boolean near = Names.nearest(key, known).isPresent();
        String whose = near ? " " + Character.toUpperCase(what.charAt(0)) + what.substring(1) : "; " + what;
        return whose + " has " + String.join(", ", known);
    }

    public int line() {
        return object.line();
    }

    public boolean has(String key) {
        return object.fields().containsKey(key);
    }

    public Collection<String> keys() {
        return object.fields().keySet();
    }

    @Nullable
    public Json get(String key) {
        return object.fields().get(key);
    }

    public String pointer(String key) {
        return Json.step(pointer, key);
    }

    public Problems problems() {
        return problems;
    }

    /**
     * The value, or null and a problem when there is none; no second problem when an unknown key is one slip away. {@code example}
     * shows how to write it.
     */
    @Nullable
    public Json required(String key, String what, String example) {
        Json value = get(key);
        if (value == null && !misspelt.contains(key)) {
            problems.add(pointer, line(), what + " needs " + Json.quoted(key) + ", like " + example);
        }
        return value;
    }

    public void wrong(String key, String message) {
        Json value = get(key);
        problems.add(pointer(key), value == null ? line() : value.line(), message);
    }

    private void wrongType(String key, Json value, String allowed) {
        wrong(key, Json.quoted(key) + " is " + Json.shown(value) + "; " + allowed + " is allowed");
    }

    @Nullable
    public String text(String key) {
        return switch (get(key)) {
            case null -> null;
            case Json.Text text -> text.value();
            case Json value -> {
                wrongType(key, value, "a text in quotes");
                yield null;
            }
        };
    }

    /** A text that must be there. */
    public String name(String key, String what, String example) {
        String text = required(key, what, example) == null ? null : text(key);
        return text == null ? "" : text;
    }

    public boolean flag(String key) {
        return switch (get(key)) {
            case null -> false;
            case Json.Bool bool -> bool.value();
            case Json value -> {
                wrongType(key, value, "true or false");
                yield false;
            }
        };
    }

    public int whole(String key, int fallback, Range range) {
        return has(key) ? (int) number(key, fallback, range) : fallback;
    }

    /** A whole number, or a word that is worth a number. */
    public int wholeOr(String word, int worth, String key, int fallback, Range range) {
        Json value = get(key);
        if (value instanceof Json.Text text && text.value().equals(word)) {
            return worth;
        }
        if (value != null && !(value instanceof Json.Num)) {
            wrongType(key, value, range.allowed() + ", or " + Json.quoted(word) + ",");
            return fallback;
        }
        return whole(key, fallback, range);
    }

    public double number(String key, double fallback, Range range) {
        Json value = get(key);
        if (value == null) {
            return fallback;
        }
        if (value instanceof Json.Num number && range.allows(Double.parseDouble(number.literal()))) {
            return Double.parseDouble(number.literal()) + 0.0;
        }
        wrongType(key, value, range.allowed());
        return fallback;
    }

    @Nullable
    public Duration duration(String key) {
        return unit(key, Units::duration, Units.DURATION_ALLOWED);
    }

    public Duration requiredDuration(String key, String what, String example) {
        Duration duration = required(key, what, example) == null ? null : duration(key);
        return duration == null ? Duration.ZERO : duration;
    }

    public @Nullable Double rate(String key) {
        return unit(key, Units::rate, Units.RATE_ALLOWED);
    }

    private <T> @Nullable T unit(String key, Function<String, Units.Parsed<T>> read, String allowed) {
        return switch (get(key)) {
            case null -> null;
            case Json.Text text ->
                switch (read.apply(text.value())) {
                    case Units.Parsed.Value<T>(T value) -> value;
                    case Units.Parsed.Wrong<T>(String reason) -> {
                        wrong(key, Json.quoted(key) + ": " + reason);
                        yield null;
                    }
                };
            case Json value -> {
                wrong(key, Json.quoted(key) + ": found " + Json.shown(value) + "; " + allowed);
                yield null;
            }
        };
    }

    /** Two texts in a list that must be there, or null and a problem. */
    @Nullable
    public List<String> pair(String key, String example) {
        if (get(key) instanceof Json.Arr(int _, List<Json> items)
                && items.size() == 2
                && items.getFirst() instanceof Json.Text(int _, String first)
                && items.getLast() instanceof Json.Text(int _, String second)) {
            return List.of(first, second);
        }
        Json value = get(key);
        wrong(
                key,
                Json.quoted(key) + (value == null ? " is missing" : " is " + Json.shown(value))
                        + "; the two ends of a link are allowed, like " + example);
        return null;
    }

    /** The fields of an object, or null where there is none; a problem when it is something else. */
    @Nullable
    public Fields object(String key, String what) {
        Json value = get(key);
        return value == null ? null : of(value, pointer(key), problems, what);
    }

    public List<Json> list(String key) {
        return switch (get(key)) {
            case null -> List.of();
            case Json.Arr array -> array.items();
            case Json value -> {
                wrongType(key, value, "a list, [ … ],");
                yield List.of();
            }
        };
    }

    /** The entries of an object whose keys are names that people chose. */
    public Map<String, Json> entries(String key) {
        return switch (get(key)) {
            case null -> Map.of();
            case Json.Obj entries -> entries.fields();
            case Json value -> {
                wrongType(key, value, "an object, { … },");
                yield Map.of();
            }
        };
    }

    public Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries(key).forEach((name, value) -> {
            if (value instanceof Json.Text text) {
                texts.put(name, text.value());
            } else {
                problems.add(
                        Json.step(pointer(key), name),
                        value.line(),
                        Json.quoted(name) + " is " + Json.shown(value) + "; a text in quotes is allowed");
            }
        });
        return texts;
    }

    /** Some of a few words; a problem for each that is not one of them. */
    public List<String> choices(String key, String what, Collection<String> words) {
        List<String> chosen = new ArrayList<>();
        List<Json> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            String step = Integer.toString(i);
            Json.Obj item = new Json.Obj(items.get(i).line(), Map.of(step, items.get(i)));
            String word = new Fields(item, pointer(key), problems).choice(step, what, words);
            if (word != null) {
                chosen.add(word);
            }
        }
        return chosen;
    }

    /** One of a few words, or null and a problem. */
    @Nullable
    public String choice(String key, String what, Collection<String> words) {
        return choice(key, what, words, String.join(", ", words));
    }

    /**
     * The same of words that are many.
     *
     * @param allowed says them in short
     */
    @Nullable
    public String choice(String key, String what, Collection<String> words, String allowed) {
        return switch (get(key)) {
            case null -> null;
            case Json.Text text when words.contains(text.value()) -> text.value();
            case Json value -> {
                String meant = value instanceof Json.Text text ? Names.didYouMean(text.value(), words) : "";
                wrong(
                        key,
                        "unknown " + what + " " + Json.shown(value) + meant
                                + (meant.isEmpty() ? "; allowed are " : " Allowed are ") + allowed);
                yield null;
            }
        };
    }
}
