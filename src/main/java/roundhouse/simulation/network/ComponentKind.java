package roundhouse.simulation.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.clients.ClientsComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.serving.ServerComponent;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.settings.Settings;

/**
 * What a run makes of a kind of node.
 *
 * @param component makes its component
 */
public record ComponentKind(BiFunction<RunContext, Node, NodeComponent> component) {
    /** The registry of components, a line a kind. */
    private static final Map<String, ComponentKind> KINDS = new HashMap<>();

    static {
        KINDS.put(Clients.KIND, kind(Clients.SETTINGS, ClientsComponent::new));
        KINDS.put(LoadBalancer.KIND, kind(LoadBalancer.SETTINGS, LoadBalancerComponent::new));
        KINDS.put(Server.KIND, kind(Server.SETTINGS, ServerComponent::new));
    }

    private static <N extends Node> ComponentKind kind(
            Settings<N> settings, BiFunction<RunContext, N, NodeComponent> component) {
        return new ComponentKind((run, node) -> component.apply(run, settings.cast(node)));
    }

    /** Whether there is a component for the node. The structure check finds an error where there is none. */
    public static boolean isKnown(Node node) {
        return KINDS.containsKey(node.kind());
    }

    /**
     * The kind of that node.
     *
     * @throws IllegalStateException when the registry lacks its kind, which a test of the registries finds first
     */
    static ComponentKind of(Node node) {
        ComponentKind kind = KINDS.get(node.kind());
        if (kind == null) {
            throw new IllegalStateException("no component is registered for nodes of the kind " + node.kind());
        }
        return kind;
    }

    NodeComponent create(RunContext run, Node node) {
        return component.apply(run, node);
    }
}
