package roundhouse.simulation.observing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.network.NetworkCost;

/**
 * What a run cost by the prices of its nodes, from its beginning, warm-up included; in the currency of the price catalogue.
 *
 * @param total of all nodes there ever were
 * @param perHour the same by the hour
 * @param perMillion the same for a million requests that clients began; not a number before the first
 * @param nodes what each node with a price cost in all, by id; one that was removed and added again once
 */
public record CostReport(double total, double perHour, double perMillion, Map<String, Double> nodes) {
    private static final double HOUR = 3_600e9;

    /** Null where no node has a price. */
    static @Nullable CostReport of(Network network, long nowNanos, long requests) {
        Map<String, Double> nodes = new LinkedHashMap<>();
        for (NodeComponent node : network.everyNode()) {
            if (node.isPriced()) {
                nodes.merge(node.id, node.costUntil(node.measuredUntil(nowNanos)), Double::sum);
            }
        }
        if (nodes.isEmpty()) {
            return null;
        }
        double total = NetworkCost.total(network, nowNanos);
        return new CostReport(
                total,
                nowNanos == 0 ? 0 : total / nowNanos * HOUR,
                requests == 0 ? Double.NaN : 1e6 * total / requests,
                nodes);
    }
}
