package roundhouse.topology.types;

import roundhouse.topology.forms.Editor;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;

/** A number within a range; in a form, thousands may be set apart. */
final class NumberType extends PlainType<Double> {
    private final Range range;

    NumberType(Range range) {
        this.range = range;
    }

    @Override
    public Double read(Fields fields, String key) {
        return fields.number(key, range.min(), range);
    }

    @Override
    protected Json json(Double value) {
        return JsonBuilder.number(value);
    }

    @Override
    public void check(String key, Double value, Checks checks) {
        checks.number(key, value, range);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return range.schema().build();
    }

    @Override
    public String allowed() {
        return range.allowed();
    }

    @Override
    protected String format(Double value) {
        return Units.number(value);
    }

    @Override
    protected Parsed<Double> parse(String text) {
        return range.parse(text);
    }

    @Override
    protected Editor editor() {
        return new Editor.Text("");
    }
}
