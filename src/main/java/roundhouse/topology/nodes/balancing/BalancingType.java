package roundhouse.topology.nodes.balancing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.settings.Type;
import roundhouse.topology.types.ChoiceType;

/** An algorithm: its name, or an object with its settings, which are other ones for the algorithm that routes by key. */
public final class BalancingType implements Type<Balancing> {
    private final ChoiceType<Algorithm> algorithms;

    BalancingType(ChoiceType<Algorithm> algorithms) {
        this.algorithms = algorithms;
    }

    private static Settings<Balancing> settings(Algorithm algorithm) {
        return algorithm == Algorithm.HASH ? Balancing.HASH_SETTINGS : Balancing.SETTINGS;
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
        return algorithm == null ? null : settings(algorithm).read(its);
    }

    @Override
    public void write(JsonBuilder json, String key, Balancing balancing) {
        boolean plain = balancing.algorithm() == Algorithm.HASH
                ? balancing.placement().equals(PlacementSettings.DEFAULT)
                : balancing.decay().equals(Balancing.DEFAULT_DECAY);
        if (plain) {
            json.put(key, balancing.algorithm().key());
        } else {
            json.put(key, settings(balancing.algorithm()).json(balancing));
        }
    }

    @Override
    public void check(String key, Balancing balancing, Checks checks) {
        settings(balancing.algorithm()).check(balancing, checks.in(key));
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
                                        Balancing.HASH_SETTINGS.schema(definitions))))
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
        return List.of(Balancing.SETTINGS, Balancing.HASH_SETTINGS);
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
        settings(current.algorithm()).form(current).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.key().equals(Balancing.ALGORITHM.key()))
                .forEach(field -> fields.add(field.named(name.key() + "." + field.key())));
        return fields;
    }
}
