package roundhouse.topology.types;

import java.math.BigDecimal;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Fields;

/** A part of a whole: 0 to 1 in files, a percentage in a form. */
final class ShareType extends RangedType<Double> {
    private static final Range RANGE = Range.real(0, 1);

    ShareType() {
        super(RANGE);
    }

    @Override
    public Double read(Fields fields, String key) {
        return fields.number(key, 0, RANGE);
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
