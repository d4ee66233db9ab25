package roundhouse.simulation.network;

import java.util.function.Function;
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
 * What a run makes of a node: the registry of components, a line a kind.
 *
 * @param takesRequests whether requests may be sent to it
 * @param component makes its component
 */
public record ComponentKind(boolean takesRequests, Function<RunContext, NodeComponent> component) {
    /** The kind of that node. */
    public static ComponentKind of(Node node) {
        return switch (node) {
            case Clients clients -> new ComponentKind(false, run -> new ClientsComponent(run, clients));
            case LoadBalancer balancer -> new ComponentKind(true, run -> new LoadBalancerComponent(run, balancer));
            case Server server -> new ComponentKind(true, run -> new ServerComponent(run, server));
        };
    }

    NodeComponent create(RunContext run) {
        return component.apply(run);
    }
}
