package roundhouse.topology.prices;

import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** What a machine costs, as {@code 0.10/h}. */
public final class PriceType extends PlainType<Price> {
    @Override
    public @Nullable Price read(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        return switch (parse(text)) {
            case Parsed.Value<Price>(Price price) -> price;
            case Parsed.Wrong<Price>(String reason) -> {
                fields.wrong(key, Json.quoted(key) + ": " + reason);
                yield null;
            }
        };
    }

    @Override
    protected Json json(Price value) {
        return JsonBuilder.text(value.text());
    }

    @Override
    public void check(String key, Price value, Checks checks) {
        if (parse(value.text()) instanceof Parsed.Wrong<Price>(String reason)) {
            checks.wrong(key, key + ": " + reason);
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "price",
                () -> new JsonBuilder()
                        .put(
                                "description",
                                "What a machine costs: a sum of \"0.10/h\", \"0.05/core-h\", \"0.0000002/request\", \"0.09/GB\" and names of the"
                                        + " price catalogue, like \"m5.large + 0.09/GB\".")
                        .put("type", "string")
                        .put("minLength", 1)
                        .put("maxLength", 200)
                        .build());
    }

    @Override
    public String allowed() {
        return "a price like 0.10/h or m5.large + 0.09/GB";
    }

    @Override
    protected String format(Price value) {
        return value.text();
    }

    @Override
    protected Parsed<Price> parse(String text) {
        return PriceCatalogue.inUse().parse(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("0.10/h");
    }
}
