package roundhouse.topology.nodes.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** A scope of coalescing by its word, or whether there is any: {@code true} is all, {@code false} none. */
final class CoalesceType implements Type<CoalesceScope> {
    private final ChoiceType<CoalesceScope> words = new ChoiceType<CoalesceScope>("scope of coalescing")
            .or(CoalesceScope.NONE, "none", "None", "Each request that misses fetches for itself.")
            .or(
                    CoalesceScope.COLD,
                    "cold",
                    "Cold keys",
                    "One fetch for a key that is not there; an expired one is fetched by each: nginx's proxy_cache_lock.")
            .or(CoalesceScope.ALL, "all", "All", "One fetch at a time for each key: Varnish, Caffeine.");

    @Override
    public @Nullable CoalesceScope read(Fields fields, String key) {
        return fields.get(key) instanceof Json.Bool(int _, boolean all)
                ? all ? CoalesceScope.ALL : CoalesceScope.NONE
                : words.read(fields, key);
    }

    @Override
    public void write(JsonBuilder json, String key, CoalesceScope scope) {
        words.write(json, key, scope);
    }

    @Override
    public void check(String key, CoalesceScope scope, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder()
                .put(
                        "anyOf",
                        JsonBuilder.array(List.of(
                                words.schema(definitions),
                                new JsonBuilder().put("type", "boolean").build())))
                .build();
    }

    @Override
    public String allowed() {
        return words.allowed() + ", true or false";
    }

    @Override
    public String shown(CoalesceScope scope) {
        return words.shown(scope);
    }

    @Override
    public List<FormField<CoalesceScope>> form(FieldName name, CoalesceScope current) {
        return words.form(name, current);
    }
}
