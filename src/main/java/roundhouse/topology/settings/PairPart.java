package roundhouse.topology.settings;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Two ids in a list under one key, {@code ["lb-1", "s1"]}: the ends of a link. */
record PairPart<R>(String key, int first, int second, Function<R, String> from, Function<R, String> to, Type<String> id)
        implements Part<R> {
    private static final String EXAMPLE = "[\"lb-1\", \"s1\"]";

    @Override
    public Map<String, String> examples() {
        return Map.of(key, EXAMPLE);
    }

    @Override
    public List<String> keys() {
        return List.of(key);
    }

    @Override
    public List<Integer> components() {
        return List.of(first, second);
    }

    @Override
    public void setUsual(@Nullable Object[] components) {
        components[first] = "";
        components[second] = "";
    }

    @Override
    public void read(Fields fields, String what, @Nullable Object[] components) {
        List<String> ends = fields.pair(key, EXAMPLE);
        if (ends != null) {
            components[first] = ends.getFirst();
            components[second] = ends.getLast();
        }
    }

    @Override
    public void write(R whole, JsonBuilder json) {
        json.put(
                key,
                JsonBuilder.array(List.of(JsonBuilder.text(from.apply(whole)), JsonBuilder.text(to.apply(whole)))));
    }

    @Override
    public void schema(Map<String, Json> properties, List<Json> required, Definitions definitions) {
        properties.put(
                key,
                definitions.reference(
                        "ends",
                        () -> new JsonBuilder()
                                .put("description", "The two ends of a link.")
                                .put("type", "array")
                                .put("items", id.schema(definitions))
                                .put("minItems", 2)
                                .put("maxItems", 2)
                                .build()));
        required.add(JsonBuilder.text(key));
    }
}
