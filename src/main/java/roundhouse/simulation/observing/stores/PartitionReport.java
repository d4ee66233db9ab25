package roundhouse.simulation.observing.stores;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Partition;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.storing.ReplicatedStore;
import roundhouse.simulation.storing.SidePromise;

/**
 * The partition of the network, while there is one.
 *
 * @param sides in the order in which they were named; empty while there is none
 */
public record PartitionReport(List<Side> sides) {
    /** There is none. */
    public static final PartitionReport NONE = new PartitionReport(List.of());

    /**
     * One side.
     *
     * @param nodes the ids of those on it, in the topology's order
     * @param promises what each store still does for them, by its title
     */
    public record Side(List<String> nodes, Map<String, String> promises) {}

    public static PartitionReport of(Partition partition, Network network) {
        if (!partition.isThere()) {
            return NONE;
        }
        List<List<String>> nodes = new ArrayList<>();
        for (NodeComponent node : network.nodes()) {
            int side = partition.side(node.id);
            while (side >= nodes.size()) {
                nodes.add(new ArrayList<>());
            }
            if (side >= 0) {
                nodes.get(side).add(node.id);
            }
        }
        List<Side> sides = new ArrayList<>();
        for (int side = 0; side < nodes.size(); side++) {
            Map<String, String> promises = new LinkedHashMap<>();
            for (ReplicatedStore store : network.stores().all()) {
                String promise = SidePromise.of(store, side);
                if (!promise.isEmpty()) {
                    promises.put(store.spec().title(), promise);
                }
            }
            sides.add(new Side(List.copyOf(nodes.get(side)), promises));
        }
        return new PartitionReport(List.copyOf(sides));
    }
}
