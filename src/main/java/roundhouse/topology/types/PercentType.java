package roundhouse.topology.types;

import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Fields;

/** A whole percentage, 0 to 100 in files too. */
final class PercentType extends RangedType<Integer> {
    private static final Range RANGE = Range.whole(0, 100);

    PercentType() {
        super(RANGE);
    }

    @Override
    public Integer read(Fields fields, String key) {
        return fields.whole(key, 0, RANGE);
    }

    @Override
    public String allowed() {
        return "a whole percentage from 0 to 100";
    }

    @Override
    protected String format(Integer value) {
        return value + " %";
    }

    @Override
    protected Parsed<Integer> parse(String text) {
        String digits =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        return Parsed.map(RANGE.parse(digits), Double::intValue);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("50 %");
    }
}
