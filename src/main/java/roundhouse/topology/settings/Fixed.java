package roundhouse.topology.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** A component that is the same in all records that are declared so, and not said in files. */
record Fixed<R>(int component, Object value) implements Part<R> {
    @Override
    public List<String> keys() {
        return List.of();
    }

    @Override
    public List<Integer> components() {
        return List.of(component);
    }

    @Override
    public void setUsual(@Nullable Object[] components) {
        components[component] = value;
    }

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {}

    @Override
    public void write(R whole, JsonBuilder json) {}

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {}
}
