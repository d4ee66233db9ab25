package roundhouse.workbench.inspector;

import java.util.Map;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** The registry of kinds whose form needs more than their declarations. */
final class KindForms {
    private static final Map<String, KindForm<?>> SPECIAL = Map.of(
            LoadBalancer.KIND, new BalancerForm(),
            Server.KIND, new ServerForm(),
            CacheNode.KIND, new CacheForm(),
            Database.KIND, new DatabaseForm());

    private KindForms() {}

    /** The form of that node's kind. */
    static KindForm<?> of(Node node) {
        KindForm<?> special = SPECIAL.get(node.kind());
        return special == null ? new KindForm<>(node.settings()) : special;
    }
}
