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

    /** What the nodes there are cost an hour as things are. */
    public static double perHour(Network network) {
        double sum = 0;
        for (NodeComponent node : network.nodes()) {
            sum += node.costPerHour();
        }
        return sum;
    }

    /** Whether any node that is there has a price. */
    public static boolean isPriced(Network network) {
        for (NodeComponent node : network.nodes()) {
            if (node.isPriced()) {
                return true;
            }
        }
        return false;
    }
}
