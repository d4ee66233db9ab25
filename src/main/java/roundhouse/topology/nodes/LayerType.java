package roundhouse.topology.nodes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.JsonText;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** The layer a load balancer works on: 4 or 7, a number in files. */
final class LayerType extends PlainType<Integer> {
    private static final List<Option> LAYERS = List.of(
            new Option("7", "7 · HTTP", "Picks for each request, and can read it."),
            new Option("4", "4 · TCP", "Picks once per connection; sees addresses only."));

    @Override
    public @Nullable Integer read(Fields fields, String key) {
        Json value = fields.get(key);
        if (value instanceof Json.Num(int _, String literal) && (literal.equals("4") || literal.equals("7"))) {
            return Integer.parseInt(literal);
        }
        if (value != null) {
            fields.wrong(key, key + " is " + Json.shown(value) + "; " + allowed() + " is allowed");
        }
        return null;
    }

    @Override
    protected Json json(Integer layer) {
        return JsonBuilder.number(layer);
    }

    @Override
    public void check(String key, Integer layer, Checks checks) {
        if (layer != 4 && layer != 7) {
            checks.wrong(key, key + " is " + layer + "; " + allowed() + " is allowed");
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("enum", JsonBuilder.array(List.of(JsonBuilder.number(4), JsonBuilder.number(7))))
                .build();
    }

    /** What holds for the other properties where the layer is 4. */
    static Json.Obj schemaAtLayer4(String properties) {
        Json.Obj is4 = new JsonBuilder()
                .put(
                        "properties",
                        new JsonBuilder()
                                .put("layer", new JsonBuilder().put("const", 4).build())
                                .build())
                .put("required", JsonBuilder.array(List.of(JsonBuilder.text("layer"))))
                .build();
        return switch (JsonText.parse(properties)) {
            case JsonText.Result.Value(Json then) ->
                new JsonBuilder()
                        .put("if", is4)
                        .put("then", new JsonBuilder().put("properties", then).build())
                        .build();
            case JsonText.Result.Wrong(var problem) -> throw new IllegalArgumentException(problem.toString());
        };
    }

    @Override
    public String allowed() {
        return "4 (connections) or 7 (requests)";
    }

    @Override
    protected String format(Integer layer) {
        return Integer.toString(layer);
    }

    @Override
    protected Parsed<Integer> parse(String text) {
        return text.equals("4") || text.equals("7")
                ? new Parsed.Value<>(Integer.parseInt(text))
                : new Parsed.Wrong<>("found " + Json.quoted(text) + "; " + allowed() + " is allowed");
    }

    @Override
    protected Editor editor() {
        return new Editor.Choice(LAYERS);
    }
}
