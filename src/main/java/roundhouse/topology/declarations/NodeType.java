package roundhouse.topology.declarations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.forms.FieldName;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Type;

/** A whole node, as a command that adds one has it. It is checked with the topology, under its own id. */
final class NodeType implements Type<Node> {
    @Override
    public @Nullable Node read(Fields fields, String key) {
        Json value = fields.get(key);
        return value == null ? null : NodeKinds.read(value, fields.pointer(key), fields.problems());
    }

    @Override
    public void write(JsonBuilder json, String key, Node node) {
        json.put(key, NodeKinds.json(node));
    }

    @Override
    public void check(String key, Node node, Checks checks) {}

    @Override
    public Json.Obj schema(Definitions definitions) {
        return NodeKinds.schema(definitions);
    }

    @Override
    public String allowed() {
        return "a node";
    }

    @Override
    public String shown(Node node) {
        return node.id();
    }

    @Override
    public List<FormField<Node>> form(FieldName name, Node current) {
        return List.of();
    }
}
