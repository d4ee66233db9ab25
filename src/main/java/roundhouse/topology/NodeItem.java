package roundhouse.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.SettingGroup;
import roundhouse.topology.types.ListType;

/** A node in a list. It is checked with the topology, under its own id. */
final class NodeItem implements ListType.Item<Node> {
    @Override
    public @Nullable Node read(Json value, String pointer, Problems problems) {
        return NodeKinds.read(value, pointer, problems);
    }

    @Override
    public Json json(Node node) {
        return NodeKinds.json(node);
    }

    @Override
    public void check(Node node, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return NodeKinds.schema(definitions);
    }

    @Override
    public String plural() {
        return "nodes";
    }

    @Override
    public List<SettingGroup> parts() {
        return List.copyOf(NodeKinds.all().values());
    }

    @Override
    public String line(Node node) {
        return node.id();
    }

    /** Nodes are placed, not typed. */
    @Override
    public Parsed<Node> parse(String line) {
        return new Parsed.Wrong<>("found \"" + line + "\"; nodes are placed on the canvas");
    }

    @Override
    public String example() {
        return "";
    }
}
