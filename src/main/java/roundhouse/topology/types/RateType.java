package roundhouse.topology.types;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** So many a second, as {@code 1200/s}. */
final class RateType extends PlainType<Double> {
    @Override
    public @Nullable Double read(Fields fields, String key) {
        return fields.rate(key);
    }

    @Override
    protected Json json(Double value) {
        return JsonBuilder.text(Units.formatRate(value));
    }

    @Override
    public void check(String key, Double value, Checks checks) {
        checks.rate(key, value);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "rate",
                () -> new JsonBuilder()
                        .put("description", "So many a second: \"1200/s\". At most ten million.")
                        .put("type", "string")
                        .put("pattern", "^\\s*\\d{1,19}(\\.\\d{1,400})?([eE]-?\\d{1,3})?\\s*/\\s*s\\s*$")
                        .build());
    }

    @Override
    public String allowed() {
        return "a rate like 1000/s";
    }

    @Override
    protected String format(Double value) {
        return Units.formatRate(value);
    }

    @Override
    protected Parsed<Double> parse(String text) {
        return Units.rate(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("1000/s");
    }
}
