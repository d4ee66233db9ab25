package roundhouse.lessons.figures;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.ListType;

/** One line of a list, a text in files. */
public record LineItem<V>(
        String one, String plural, String example, Function<String, Parsed<V>> read, Function<V, String> write)
        implements ListType.Item<V> {
    /** A claim about a run. */
    public static LineItem<Claim> claim() {
        return new LineItem<>("a claim about a run", "claims", "p99 < 200ms", Claim::parse, Claim::text);
    }

    @Override
    public @Nullable V read(Json value, String pointer, Problems problems) {
        if (!(value instanceof Json.Text(int line, String text))) {
            problems.add(
                    pointer,
                    value.line(),
                    "found " + Json.shown(value) + "; " + one + " is a text in quotes, like " + Json.quoted(example));
            return null;
        }
        return switch (read.apply(text)) {
            case Parsed.Value<V>(V read) -> read;
            case Parsed.Wrong<V>(String reason) -> {
                problems.add(pointer, line, reason);
                yield null;
            }
        };
    }

    @Override
    public Json json(V value) {
        return JsonBuilder.text(write.apply(value));
    }

    @Override
    public void check(V value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "string")
                .put("maxLength", 300)
                .put("examples", JsonBuilder.array(List.of(JsonBuilder.text(example))))
                .build();
    }

    @Override
    public String line(V value) {
        return write.apply(value);
    }

    @Override
    public Parsed<V> parse(String line) {
        return read.apply(line);
    }
}
