package roundhouse.topology.nodes.groups;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.PlainType;

/** A metric and what it is to be, as text. */
final class ScalingTargetType extends PlainType<ScalingTarget> {
    @Override
    public @Nullable ScalingTarget read(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        return switch (ScalingTarget.parse(text)) {
            case Parsed.Value<ScalingTarget>(ScalingTarget target) -> target;
            case Parsed.Wrong<ScalingTarget>(String reason) -> {
                fields.wrong(key, reason);
                yield null;
            }
        };
    }

    @Override
    protected Json json(ScalingTarget value) {
        return JsonBuilder.text(value.text());
    }

    @Override
    public void check(String key, ScalingTarget value, Checks checks) {
        if (!value.isInRange()) {
            checks.wrong(key, key + " is " + Json.quoted(value.text()) + "; " + value.allowed());
        }
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put("type", "string")
                .put(
                        "pattern",
                        "^\\s*(" + String.join("|", ScalingMetric.keys())
                                + ")\\s+\\d{1,12}(\\.\\d{1,12})?\\s*(%|/\\s*s)?\\s*$")
                .build();
    }

    @Override
    public String allowed() {
        return "a metric and what it is to be, like " + ScalingTarget.EXAMPLES.replace("\"", "");
    }

    @Override
    protected String format(ScalingTarget value) {
        return value.text();
    }

    @Override
    protected Parsed<ScalingTarget> parse(String text) {
        return ScalingTarget.parse(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text(ScalingMetric.UTILIZATION.example());
    }
}
