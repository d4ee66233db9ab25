package roundhouse.lessons;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Problem;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** A whole topology within another file. */
final class TopologyType implements Type<Topology> {
    @Override
    public @Nullable Topology read(Fields fields, String key) {
        Json json = fields.get(key);
        if (json == null) {
            return null;
        }
        return switch (TopologyFile.of(json)) {
            case ReadResult.Read(Topology topology) -> topology;
            case ReadResult.Refused(List<Problem> found) -> {
                found.forEach(problem -> fields.problems()
                        .add(fields.pointer(key) + problem.pointer(), problem.line(), problem.message()));
                yield null;
            }
        };
    }

    @Override
    public void write(JsonBuilder json, String key, Topology value) {
        json.put(key, TopologyFile.json(value));
    }

    @Override
    public void check(String key, Topology value, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return new JsonBuilder().put("$ref", TopologyFile.SCHEMA).build();
    }

    @Override
    public String allowed() {
        return "a topology";
    }

    @Override
    public String shown(Topology value) {
        return value.name();
    }

    @Override
    public List<FormField<Topology>> form(FieldName name, Topology current) {
        return List.of();
    }
}
