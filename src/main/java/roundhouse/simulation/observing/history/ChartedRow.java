package roundhouse.simulation.observing.history;

import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.network.Network;

/** A row of the chart of what is in flight: a server, or the queue of a load balancer. */
public final class ChartedRow {
    /** Ends the name of a row that is of a queue, after the id of the balancer. */
    public static final String QUEUE = " queue";

    private ChartedRow() {}

    /** The requests that are there, hanging ones included; not a number where there is no such node. */
    public static double value(Network network, String row) {
        boolean queue = row.endsWith(QUEUE);
        NodeComponent node = network.node(queue ? row.substring(0, row.length() - QUEUE.length()) : row);
        if (node == null) {
            return Double.NaN;
        }
        return queue ? node.metrics.queue.value() : node.metrics.inFlight.value() + node.hanging;
    }
}
