package roundhouse.lessons.figures;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/**
 * A value that is one line of a small language, in files as in forms.
 *
 * @param <V> what is made of the line
 */
public final class LineType<V> extends PlainType<V> {
    private final String allowed;
    private final String example;
    private final Function<String, Parsed<V>> read;
    private final Function<V, String> write;

    /**
     * @param allowed what one is, for people: "a figure"
     * @param example a line that can be typed
     */
    public LineType(String allowed, String example, Function<String, Parsed<V>> read, Function<V, String> write) {
        this.allowed = allowed;
        this.example = example;
        this.read = read;
        this.write = write;
    }

    public static LineType<Measure> measure() {
        return new LineType<>("a figure", "p99 of s1", Measure::parse, Measure::text);
    }

    @Override
    public @Nullable V read(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        return switch (read.apply(text)) {
            case Parsed.Value<V>(V value) -> value;
            case Parsed.Wrong<V>(String reason) -> {
                fields.wrong(key, reason);
                yield null;
            }
        };
    }

    @Override
    protected Json json(V value) {
        return JsonBuilder.text(write.apply(value));
    }

    @Override
    public void check(String key, V value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "string")
                .put("maxLength", 300)
                .put("examples", JsonBuilder.array(java.util.List.of(JsonBuilder.text(example))))
                .build();
    }

    @Override
    public String allowed() {
        return allowed;
    }

    @Override
    protected String format(V value) {
        return write.apply(value);
    }

    @Override
    protected Parsed<V> parse(String text) {
        return read.apply(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text(example);
    }
}
