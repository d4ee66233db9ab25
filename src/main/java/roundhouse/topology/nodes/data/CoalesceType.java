package roundhouse.topology.nodes.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.Coalescing;
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
final class CoalesceType implements Type<Coalescing.Scope> {
    static final Type<Coalescing.Scope> TYPE = new CoalesceType();

    private final ChoiceType<Coalescing.Scope> words = new ChoiceType<Coalescing.Scope>("scope of coalescing")
            .or(Coalescing.Scope.NONE, "none", "None", "Each request that misses fetches for itself.")
            .or(
                    Coalescing.Scope.COLD,
                    "cold",
                    "Cold keys",
                    "One fetch for a key that is not there; an expired one is fetched by each: nginx's proxy_cache_lock.")
            .or(Coalescing.Scope.ALL, "all", "All", "One fetch at a time for each key: Varnish, Caffeine.");

    @Override
    public Coalescing.@Nullable Scope read(Fields fields, String key) {
        return fields.get(key) instanceof Json.Bool(int _, boolean all)
                ? all ? Coalescing.Scope.ALL : Coalescing.Scope.NONE
                : words.read(fields, key);
    }

    @Override
    public void write(JsonBuilder json, String key, Coalescing.Scope scope) {
        words.write(json, key, scope);
    }

    @Override
    public void check(String key, Coalescing.Scope scope, Checks checks) {}

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
    public String shown(Coalescing.Scope scope) {
        return words.shown(scope);
    }

    @Override
    public List<FormField<Coalescing.Scope>> form(FieldName name, Coalescing.Scope current) {
        return words.form(name, current);
    }
}
