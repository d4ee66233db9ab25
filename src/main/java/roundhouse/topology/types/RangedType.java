package roundhouse.topology.types;

import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Range;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;

/** A number of a range: in files the number itself, in forms whatever is usual for what it counts. */
abstract class RangedType<V extends Number> extends PlainType<V> {
    private final Range range;

    RangedType(Range range) {
        this.range = range;
    }

    @Override
    protected final Json json(V value) {
        return JsonBuilder.number(value.doubleValue());
    }

    @Override
    public final void check(String key, V value, Checks checks) {
        checks.number(key, value.doubleValue(), range);
    }

    @Override
    public final Json.Obj schema(Definitions definitions) {
        return range.schema().build();
    }
}
