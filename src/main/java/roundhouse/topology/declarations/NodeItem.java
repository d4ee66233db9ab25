package roundhouse.topology.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.SettingGroup;

/** A node in a list. */
final class NodeItem extends PlacedItem<Node> {
    NodeItem() {
        super("nodes", "placed on the canvas");
    }

    @Override
    public @Nullable Node read(Json value, String pointer, Problems problems) {
        return NodeKinds.read(value, pointer, problems);
    }

    @Override
    public Json json(Node node) {
        return NodeKinds.json(node);
    }

    @Override
    public Json.Obj schema(Definitions definitions) {
        return NodeKinds.schema(definitions);
    }

    @Override
    public List<SettingGroup> parts() {
        return List.copyOf(NodeKinds.all().values());
    }

    @Override
    public String line(Node node) {
        return node.id();
    }
}
