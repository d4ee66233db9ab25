package roundhouse.topology.types;

import java.math.BigDecimal;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** A part of a whole: 0 to 1 in files, a percentage in a form. */
final class ShareType extends PlainType<Double> {
    private static final Range RANGE = Range.real(0, 1);

    @Override
    public Double read(Fields fields, String key) {
        return fields.number(key, 0, RANGE);
    }

    @Override
    protected Json json(Double value) {
        return JsonBuilder.number(value);
    }

    @Override
    public void check(String key, Double value, Checks checks) {
        checks.number(key, value, RANGE);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return RANGE.schema().build();
    }

    @Override
    public String allowed() {
        return "a share from 0 to 1";
    }

    @Override
    protected String format(Double part) {
        return Units.percent(part);
    }

    @Override
    protected Parsed<Double> parse(String text) {
        String digits =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        try {
            double part = new BigDecimal(digits).movePointLeft(2).doubleValue();
            if (RANGE.allows(part)) {
                return new Parsed.Value<>(part);
            }
        } catch (NumberFormatException _) {
            return new Parsed.Wrong<>("found \"" + text + "\"; a percentage is written like \"50 %\"");
        }
        return new Parsed.Wrong<>("found " + text + "; 0 % to 100 % is allowed");
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("50 %");
    }
}
