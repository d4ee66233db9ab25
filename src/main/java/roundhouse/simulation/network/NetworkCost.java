package roundhouse.simulation.network;

import roundhouse.simulation.components.NodeComponent;

/** What a network cost by the prices of its nodes. */
public final class NetworkCost {
    private NetworkCost() {}

    /** What all nodes there ever were cost up to now, in the currency of the price catalogue. */
    public static double total(Network network, long nowNanos) {
        double total = 0;
        for (NodeComponent node : network.everyNode()) {
            total += node.costUntil(node.measuredUntil(nowNanos));
        }
        return total;
    }

    /** Whether any node there ever was has a price. */
    public static boolean isPriced(Network network) {
        return network.everyNode().stream().anyMatch(NodeComponent::isPriced);
    }
}
