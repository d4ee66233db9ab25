package roundhouse.topology.declarations;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** Any whole number of 64 bits with a sign. */
final class SeedType extends PlainType<Long> {
    @Override
    public @Nullable Long read(Fields fields, String key) {
        Json seed = fields.get(key);
        if (seed instanceof Json.Num(int _, String literal) && literal.matches("-?\\d{1,19}")) {
            try {
                return Long.parseLong(literal);
            } catch (NumberFormatException _) {
                // Nineteen digits can be too large; said below like any other wrong seed.
            }
        }
        if (seed != null) {
            fields.wrong(
                    key,
                    Json.quoted(key) + " is " + Json.shown(seed) + "; a whole number of at most 63 bits is allowed");
        }
        return null;
    }

    @Override
    protected Json json(Long seed) {
        return new Json.Num(0, Long.toString(seed));
    }

    @Override
    public void check(String key, Long seed, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "integer")
                .put("minimum", new Json.Num(0, Long.toString(Long.MIN_VALUE)))
                .put("maximum", new Json.Num(0, Long.toString(Long.MAX_VALUE)))
                .build();
    }

    @Override
    public String allowed() {
        return "a whole number";
    }

    @Override
    protected String format(Long seed) {
        return Long.toString(seed);
    }

    @Override
    protected Parsed<Long> parse(String text) {
        try {
            return new Parsed.Value<>(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return new Parsed.Wrong<>("found \"" + text + "\"; a whole number is allowed");
        }
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("42");
    }
}
