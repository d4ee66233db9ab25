package roundhouse.topology.checks;

import java.util.Optional;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Checks;

/** Data is kept by nodes that keep data, which are there or which the scenario adds. */
final class KeeperChecks {
    private KeeperChecks() {}

    static void check(Topology topology, Graph graph, Problems problems) {
        Set<String> ids = topology.ids();
        for (int i = 0; i < topology.nodes().size() && !problems.full(); i++) {
            Node node = topology.nodes().get(i);
            Checks checks = new Checks("/nodes/" + i, Json.quoted(node.id()), problems);
            for (String id : node.keepers()) {
                if (topology.store(id).isPresent()) {
                    continue;
                }
                refusal(node, id, ids, graph)
                        .ifPresent(refusal -> checks.wrong(node.keepsData() ? "store" : "data", refusal));
            }
        }
    }

    /** Why the one with that id cannot keep the node's data; empty when it can. */
    static Optional<String> refusal(Node node, String id, Set<String> ids, Graph graph) {
        if (id.equals(node.id())) {
            return Optional.of("its data cannot be kept by itself");
        }
        Node keeper = graph.node(id);
        if (keeper == null) {
            return ids.contains(id)
                    ? Optional.empty()
                    : Optional.of("its data is at " + Json.quoted(id) + ", but no node has that id"
                            + Names.didYouMean(id, ids));
        }
        return keeper.keepsData() && (keeper.storesData() || !node.keepsData())
                ? Optional.empty()
                : Optional.of("its data is at " + id + ", " + keeper.settings().what() + ", which keeps none for it");
    }
}
