package roundhouse.simulation.network;

import java.util.function.BiFunction;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Node;

/**
 * What a run makes of one kind of node.
 *
 * @param kind its name in files
 * @param takesRequests whether requests may be sent to it
 * @param component makes the component of such a node in a run
 */
public record ComponentKind(String kind, boolean takesRequests, BiFunction<RunContext, Node, NodeComponent> component) {
    /** @param type the nodes that are of this kind */
    public static <N extends Node> ComponentKind of(
            String kind, Class<N> type, boolean takesRequests, BiFunction<RunContext, N, NodeComponent> component) {
        return new ComponentKind(kind, takesRequests, (run, node) -> component.apply(run, type.cast(node)));
    }
}
