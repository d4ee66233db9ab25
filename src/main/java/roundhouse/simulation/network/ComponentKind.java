package roundhouse.simulation.network;

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

/**
 * What a run makes of a kind of node.
 *
 * @param takesRequests whether requests may be sent to it
 * @param component makes its component
 */
public record ComponentKind(boolean takesRequests, BiFunction<RunContext, Node, NodeComponent> component) {
    /** The registry of components, a line a kind. */
    private static final Map<String, ComponentKind> KINDS = Map.of(
            Clients.KIND,
                    new ComponentKind(false, (run, node) -> new ClientsComponent(run, Clients.SETTINGS.cast(node))),
            LoadBalancer.KIND,
                    new ComponentKind(
                            true, (run, node) -> new LoadBalancerComponent(run, LoadBalancer.SETTINGS.cast(node))),
            Server.KIND, new ComponentKind(true, (run, node) -> new ServerComponent(run, Server.SETTINGS.cast(node))));

    /**
     * The kind of that node.
     *
     * @throws IllegalStateException when the registry lacks its kind, which a test of the registries finds first
     */
    public static ComponentKind of(Node node) {
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
