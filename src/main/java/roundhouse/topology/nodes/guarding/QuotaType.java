package roundhouse.topology.nodes.guarding;

import org.jspecify.annotations.Nullable;
import roundhouse.limits.Quota;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** So many in a period, as {@code 50/s}. */
final class QuotaType extends PlainType<Quota> {
    @Override
    public @Nullable Quota read(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        return switch (QuotaText.parse(text)) {
            case Parsed.Value<Quota>(Quota quota) -> quota;
            case Parsed.Wrong<Quota>(String reason) -> {
                fields.wrong(key, Json.quoted(key) + ": " + reason);
                yield null;
            }
        };
    }

    @Override
    protected Json json(Quota value) {
        return JsonBuilder.text(QuotaText.format(value));
    }

    /** A quota is within its limits as it was made. */
    @Override
    public void check(String key, Quota value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "quota",
                () -> new JsonBuilder()
                        .put("description", "So many in a period: \"50/s\", \"70/min\", \"1000/h\", \"5/500ms\".")
                        .put("type", "string")
                        .put("pattern", "^\\s*\\d{1,9}r?\\s*/\\s*\\S.*$")
                        .build());
    }

    @Override
    public String allowed() {
        return QuotaText.ALLOWED;
    }

    @Override
    protected String format(Quota value) {
        return QuotaText.format(value);
    }

    @Override
    protected Parsed<Quota> parse(String text) {
        return QuotaText.parse(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("50/s");
    }
}
