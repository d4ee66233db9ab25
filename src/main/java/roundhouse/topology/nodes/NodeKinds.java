package roundhouse.topology.nodes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.JsonBuilder;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Settings;

/** The registry of kinds of node: one line each. */
public final class NodeKinds {
    private static final Map<String, Settings<? extends Node>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(Clients.KIND, Clients.SETTINGS);
        KINDS.put(Dns.KIND, Dns.SETTINGS);
        KINDS.put(LoadBalancer.KIND, LoadBalancer.SETTINGS);
        KINDS.put(Server.KIND, Server.SETTINGS);
        KINDS.put(Cdn.KIND, Cdn.SETTINGS);
        KINDS.put(CacheNode.KIND, CacheNode.SETTINGS);
        KINDS.put(Database.KIND, Database.SETTINGS);
        KINDS.put(ServerGroup.KIND, ServerGroup.SETTINGS);
    }

    private NodeKinds() {}

    /** The declarations of every kind, by its name in files. */
    public static Map<String, Settings<? extends Node>> all() {
        return java.util.Collections.unmodifiableMap(KINDS);
    }

    /** The node that a value says, or null and a problem when there is no telling what it is. */
    public static @Nullable Node read(Json value, String pointer, Problems problems) {
        Fields fields = Fields.of(value, pointer, problems, "a node");
        if (fields == null || fields.required("kind", "a node", "\"server\"") == null) {
            return null;
        }
        String kind = fields.choice("kind", "kind of node", KINDS.keySet());
        Settings<? extends Node> settings = kind == null ? null : KINDS.get(kind);
        return settings == null ? null : settings.read(fields);
    }

    public static Json.Obj json(Node node) {
        return json(node.settings(), node);
    }

    private static <N extends Node> Json.Obj json(Settings<N> settings, Node node) {
        return settings.json(settings.cast(node));
    }

    /** What an edit changed of a node but its name, a setting each: {@code cores 4 → 8}. Both must be of one kind. */
    public static List<String> changes(Node before, Node after) {
        return changes(after.settings(), before.labelled(null), after.labelled(null));
    }

    private static <N extends Node> List<String> changes(Settings<N> settings, Node before, Node after) {
        return settings.changes(settings.cast(before), settings.cast(after));
    }

    /** Adds what is wrong with a node by itself. */
    public static void check(Node node, String pointer, Problems problems) {
        if (!Names.isId(node.id())) {
            new Checks(pointer, "a node", problems)
                    .wrong(
                            "id",
                            "id is " + Json.quoted(node.id())
                                    + "; 1 to 64 letters, digits, '.', '_' and '-' are allowed");
            return;
        }
        check(node.settings(), node, new Checks(pointer, Json.quoted(node.id()), problems));
    }

    private static <N extends Node> void check(Settings<N> settings, Node node, Checks checks) {
        settings.check(settings.cast(node), checks);
    }

    /** The JSON Schema of a node of any kind. */
    public static Json.Obj schema(Definitions definitions) {
        return definitions.reference(
                "node",
                () -> new JsonBuilder()
                        .put(
                                "anyOf",
                                JsonBuilder.array(KINDS.entrySet().stream()
                                        .map(kind -> definitions.reference(
                                                kind.getKey(),
                                                () -> kind.getValue().schema(definitions)))
                                        .toList()))
                        .build());
    }
}
