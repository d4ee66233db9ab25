package roundhouse.topology.types;

import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** True or false; a check box in a form. */
final class FlagType extends PlainType<Boolean> {
    @Override
    public Boolean read(Fields fields, String key) {
        return fields.flag(key);
    }

    @Override
    protected Json json(Boolean value) {
        return new Json.Bool(0, value);
    }

    @Override
    public void check(String key, Boolean value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder().put("type", "boolean").build();
    }

    @Override
    public String allowed() {
        return "true or false";
    }

    @Override
    protected String format(Boolean value) {
        return value ? Editor.ON : Editor.OFF;
    }

    @Override
    protected Parsed<Boolean> parse(String text) {
        return switch (text) {
            case Editor.ON -> new Parsed.Value<>(true);
            case Editor.OFF -> new Parsed.Value<>(false);
            default -> new Parsed.Wrong<>("found " + Json.quoted(text) + "; on or off is allowed");
        };
    }

    @Override
    protected Editor editor() {
        return new Editor.Flag();
    }
}
