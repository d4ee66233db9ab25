package roundhouse.topology.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** A part that is not said, as something else says it: always as usual. */
record Unsaid<R>(Part<R> part) implements Part<R> {
    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public List<Integer> components() {
        return part.components();
    }

    @Override
    public void setUsual(@Nullable Object[] components) {
        part.setUsual(components);
    }

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {}

    @Override
    public void write(R whole, JsonBuilder json) {}

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {}
}
