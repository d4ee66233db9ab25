package roundhouse.topology.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/**
 * One of a few values, each with its word in files, a title and a sentence for people.
 *
 * @param <V> the values, compared by equals
 */
public final class ChoiceType<V> extends PlainType<V> {
    private final String what;
    private final Map<String, V> values = new LinkedHashMap<>();
    private final List<Option> options = new ArrayList<>();

    /**
     * @param what what is chosen, as messages call it: "stickiness"
     */
    public ChoiceType(String what) {
        this.what = what;
    }

    /** The same with one value more. */
    public ChoiceType<V> or(V value, String word, String title, String summary) {
        values.put(word, value);
        options.add(new Option(word, title, summary));
        return this;
    }

    /** Takes another word, too, for a value that has one; it is not written. */
    public ChoiceType<V> also(String word, V value) {
        values.put(word, value);
        return this;
    }

    @Override
    public @Nullable V read(Fields fields, String key) {
        String word = fields.choice(key, what, values.keySet());
        return word == null ? null : values.get(word);
    }

    private String word(V value) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    protected Json json(V value) {
        return JsonBuilder.text(word(value));
    }

    @Override
    public void check(String key, V value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put(
                        "enum",
                        JsonBuilder.array(
                                values.keySet().stream().map(JsonBuilder::text).toList()))
                .build();
    }

    @Override
    public String allowed() {
        return String.join(", ", values.keySet());
    }

    @Override
    protected String format(V value) {
        return word(value);
    }

    @Override
    protected Parsed<V> parse(String text) {
        V value = values.get(text);
        return value == null
                ? new Parsed.Wrong<>("unknown " + what + " " + Json.quoted(text) + "; allowed are " + allowed())
                : new Parsed.Value<>(value);
    }

    @Override
    protected Editor editor() {
        return new Editor.Choice(options);
    }
}
