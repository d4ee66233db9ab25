package roundhouse.topology.nodes.balancing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** An algorithm: its name, or an object with its settings, which are other ones for the algorithms that hash. */
public final class BalancingType implements Type<Balancing> {
    private final ChoiceType<Algorithm> algorithms;

    BalancingType(ChoiceType<Algorithm> algorithms) {
        this.algorithms = algorithms;
    }

    @Override
    public @Nullable Balancing read(Fields fields, String key) {
        if (!(fields.get(key) instanceof Json.Obj)) {
            Algorithm algorithm = algorithms.read(fields, key);
            return algorithm == null ? null : Balancing.of(algorithm);
        }
        Fields its = fields.object(key, "an algorithm");
        if (its == null || its.required("type", "an algorithm", "{ \"type\": \"round-robin\" }") == null) {
            return null;
        }
        Algorithm algorithm = algorithms.read(its, "type");
        return algorithm == null ? null : Balancing.settings(algorithm).read(its);
    }

    @Override
    public void write(JsonBuilder json, String key, Balancing balancing) {
        if (balancing.equals(Balancing.of(balancing.algorithm()))) {
            json.put(key, balancing.algorithm().key());
        } else {
            json.put(key, Balancing.settings(balancing.algorithm()).json(balancing));
        }
    }

    @Override
    public void check(String key, Balancing balancing, Checks checks) {
        Balancing.settings(balancing.algorithm()).check(balancing, checks.in(key));
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "algorithm",
                () -> new JsonBuilder()
                        .put(
                                "anyOf",
                                JsonBuilder.array(List.of(
                                        algorithms.schema(definitions),
                                        Balancing.SETTINGS.schema(definitions),
                                        Balancing.HASH_SETTINGS.schema(definitions),
                                        Balancing.SOURCE_SETTINGS.schema(definitions),
                                        Balancing.URI_SETTINGS.schema(definitions))))
                        .build());
    }

    @Override
    public String allowed() {
        return algorithms.allowed();
    }

    @Override
    public String shown(Balancing balancing) {
        return balancing.algorithm().key();
    }

    @Override
    public List<SettingGroup> parts() {
        return List.of(Balancing.SETTINGS, Balancing.HASH_SETTINGS, Balancing.SOURCE_SETTINGS, Balancing.URI_SETTINGS);
    }

    @Override
    public List<FormField<Balancing>> form(FieldName name, Balancing current) {
        List<FormField<Balancing>> fields = new ArrayList<>();
        algorithms
                .form(name, current.algorithm())
                .forEach(field -> fields.add(field.in(
                        Balancing::algorithm,
                        (before, algorithm) ->
                                algorithm == before.algorithm() ? before : new Balancing(algorithm, before.decay()))));
        Balancing.settings(current.algorithm()).form(current).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.key().equals(Balancing.ALGORITHM.key()))
                .forEach(field -> fields.add(field.named(name.key() + "." + field.key())));
        return fields;
    }
}
