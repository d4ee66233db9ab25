package roundhouse.simulation.network;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.clients.ClientsComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.serving.ServerComponent;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** The registry of what runs make of nodes: a line a kind. */
public final class ComponentKinds {
    public static final ComponentKinds ALL = new ComponentKinds(
            ComponentKind.of(Clients.KIND, Clients.class, false, ClientsComponent::new),
            ComponentKind.of(LoadBalancer.KIND, LoadBalancer.class, true, LoadBalancerComponent::new),
            ComponentKind.of(Server.KIND, Server.class, true, ServerComponent::new));

    private final Map<String, ComponentKind> kinds = new TreeMap<>();

    private ComponentKinds(ComponentKind... kinds) {
        Arrays.stream(kinds).forEach(kind -> this.kinds.put(kind.kind(), kind));
    }

    /** These and one more. */
    public ComponentKinds with(ComponentKind kind) {
        ComponentKinds more = new ComponentKinds(kind);
        more.kinds.putAll(kinds);
        return more;
    }

    /**
     * Whether requests may be sent to such a node.
     *
     * @throws IllegalArgumentException if there is no component for its kind
     */
    public boolean takesRequests(Node node) {
        return kindOf(node).takesRequests();
    }

    /** The component of a node in that run. */
    NodeComponent create(RunContext run, Node node) {
        return kindOf(node).component().apply(run, node);
    }

    private ComponentKind kindOf(Node node) {
        ComponentKind kind = kinds.get(node.kind());
        if (kind == null) {
            throw new IllegalArgumentException("a run has no component for the kind " + node.kind());
        }
        return kind;
    }
}
