package roundhouse.topology.files;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;

/** Makes the JSON values of a topology: fixed key order, defaults left out, the layout last. */
final class TopologyWriter {
    private TopologyWriter() {}

    static Json.Obj json(Topology topology) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(TopologyFile.SCHEMA_KEY, JsonBuilder.text(TopologyFile.SCHEMA));
        fields.put(TopologyFile.FORMAT_KEY, JsonBuilder.number(Topology.FORMAT));
        fields.putAll(TopologySettings.SETTINGS.json(topology).fields());
        return new Json.Obj(0, fields);
    }
}
