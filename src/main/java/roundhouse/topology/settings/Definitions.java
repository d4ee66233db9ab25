package roundhouse.topology.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** The named parts of a JSON Schema, its {@code $defs}: each is written once and referred to from wherever it is used. */
public final class Definitions {
    private final Map<String, Json.@Nullable Obj> named = new TreeMap<>();

    /** A reference to the part of that name, which is made when it is first asked for. */
    public Json.Obj reference(String name, Supplier<Json.Obj> make) {
        if (!named.containsKey(name)) {
            named.put(name, null);
            named.put(name, make.get());
        }
        return new JsonBuilder().put("$ref", "#/$defs/" + name).build();
    }

    /** All parts by name. */
    public Json.Obj all() {
        Map<String, Json> all = new LinkedHashMap<>();
        named.forEach((name, schema) -> {
            if (schema != null) {
                all.put(name, schema);
            }
        });
        return new Json.Obj(0, all);
    }
}
