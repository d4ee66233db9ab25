package roundhouse.topology.files;

import java.util.List;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.commands.CommandWriter;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.nodes.NodeWriter;

/** Makes the JSON values of a topology: fixed key order, defaults left out, the layout last. */
public final class TopologyWriter {
    private TopologyWriter() {}

    public static Json.Obj json(Topology topology) {
        JsonBuilder json = new JsonBuilder()
                .put("$schema", TopologyFile.SCHEMA)
                .put("format", Topology.FORMAT)
                .put("name", topology.name())
                .unless("", "description", topology.description(), JsonBuilder.text(topology.description()))
                .put("seed", new Json.Num(0, Long.toString(topology.seed())))
                .unless(Topology.DEFAULT_DURATION, "duration", topology.duration())
                .unless(Topology.EMPTY.warmUp(), "warm-up", topology.warmUp());
        if (!topology.regions().isEmpty()) {
            JsonBuilder regions = new JsonBuilder();
            topology.regions().forEach((name, place) -> regions.put(name, pair(place.latitude(), place.longitude())));
            json.put("regions", regions.build());
        }
        json.put(
                "nodes",
                JsonBuilder.array(
                        topology.nodes().stream().map(NodeWriter::json).toList()));
        json.put(
                "links",
                JsonBuilder.array(
                        topology.links().stream().map(NodeWriter::link).toList()));
        if (!topology.scenario().isEmpty()) {
            json.put(
                    "scenario",
                    JsonBuilder.array(topology.scenario().stream()
                            .map(CommandWriter::json)
                            .toList()));
        }
        if (!topology.expect().isEmpty()) {
            json.put(
                    "expect",
                    JsonBuilder.array(topology.expect().stream()
                            .map(expectation -> JsonBuilder.text(expectation.text()))
                            .toList()));
        }
        if (!topology.layout().isEmpty()) {
            json.put("layout", layout(topology));
        }
        return json.build();
    }

    /** In the nodes' order, those that the scenario adds last, so that moving one changes one line. */
    private static Json layout(Topology topology) {
        JsonBuilder layout = new JsonBuilder();
        for (String id : topology.ids()) {
            Position position = topology.layout().get(id);
            if (position != null) {
                layout.put(id, pair(position.x(), position.y()));
            }
        }
        return layout.build();
    }

    private static Json pair(double first, double second) {
        return JsonBuilder.array(List.of(JsonBuilder.number(first), JsonBuilder.number(second)));
    }
}
