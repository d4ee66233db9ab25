package roundhouse.simulation.observing.history;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.replication.StoreFigures;
import roundhouse.simulation.data.DataTotals;
import roundhouse.simulation.data.TierTotals;
import roundhouse.simulation.network.Network;

/** Reads, writes and evictions of each node in the last second. */
public final class DataRates {
    private static final int SECOND = 10;

    private @Nullable OfNode[] nodes = {};

    /** Those of one node: what a database read and wrote itself, what of clients ended at another node. */
    public static final class OfNode {
        private final RecentGrowth reads = new RecentGrowth(0, SECOND);
        private final RecentGrowth writes = new RecentGrowth(0, SECOND);
        private final RecentGrowth evictions = new RecentGrowth(0, SECOND);

        private void slice(NodeComponent node, DataTotals data) {
            StoreFigures store = node.stored();
            TierTotals tier = data.find(node.number());
            reads.slice(store != null ? store.reads : tier != null ? tier.reads : 0);
            writes.slice(store != null ? store.writes : tier != null ? tier.writes : 0);
            CacheFigures cache = node.cache();
            evictions.slice(cache == null ? 0 : cache.evicted);
        }

        public long reads() {
            return reads.grown();
        }

        public long writes() {
            return writes.grown();
        }

        public long evictions() {
            return evictions.grown();
        }
    }

    /** A tenth of a second is over. */
    public void slice(DataTotals data, Network network) {
        if (data.isOn()) {
            for (NodeComponent node : network.nodes()) {
                at(node.number()).slice(node, data);
            }
        }
    }

    private OfNode at(int number) {
        if (number >= nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(number + 1, nodes.length * 2));
        }
        OfNode rates = nodes[number];
        if (rates == null) {
            rates = new OfNode();
            nodes[number] = rates;
        }
        return rates;
    }

    /** Of the node of that number; null before it was looked at. */
    public @Nullable OfNode of(int number) {
        return number < nodes.length ? nodes[number] : null;
    }
}
