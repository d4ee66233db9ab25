package roundhouse.topology.settings;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** A key whose value says which kind of thing an object is. Who reads the object has looked at it before. */
record Constant<R>(String key, String value) implements Part<R> {
    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public List<Integer> components() {
        return List.of();
    }

    @Override
    public void setUsual(@Nullable Object[] components) {}

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {}

    @Override
    public void write(R whole, JsonBuilder json) {
        json.put(key, value);
    }

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {
        properties.put(key, new JsonBuilder().put("const", value).build());
        required.add(JsonBuilder.text(key));
    }
}
