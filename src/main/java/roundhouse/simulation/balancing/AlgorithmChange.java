package roundhouse.simulation.balancing;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * A load balancer that is to balance otherwise.
 *
 * @param node as it will be
 * @param text what the transcript says that it does
 * @param drags whether it comes many times in a row, as while a token is dragged, so that the transcript says it once
 */
public record AlgorithmChange(Node node, String text, boolean drags) {
    /** The change of that node, or null when it is no load balancer. */
    public static @Nullable AlgorithmChange of(Node node, Balancing balancing) {
        if (!(node instanceof LoadBalancer before)) {
            return null;
        }
        boolean drags = balancing.algorithm() == before.balancing().algorithm()
                && !balancing.placement().equals(before.balancing().placement());
        String text = drags
                ? "places keys otherwise from now on"
                : "balances by " + balancing.algorithm().key() + " from now on";
        return new AlgorithmChange(before.balancing(balancing), text, drags);
    }
}
