package roundhouse.workbench.document;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/**
 * What every node is called that is or was there, and for servers the number by which each has its colour: in the order of the file, then
 * as they come, for as long as the document is open. A server keeps its own when others go, and in every future, so that a colour never
 * comes to mean somebody else.
 */
public final class KnownNodes {
    private final Map<String, Integer> orders = new HashMap<>();
    private final NodeTitles titles = new NodeTitles();

    /** The nodes of a topology by itself. */
    public static KnownNodes of(Topology topology) {
        KnownNodes known = new KnownNodes();
        known.follow(topology);
        return known;
    }

    /** Another document: its nodes, then those that its scenario adds. */
    void begin(Topology topology) {
        orders.clear();
        titles.clear();
        follow(topology);
    }

    /** Knows what another one does. */
    public void become(KnownNodes other) {
        orders.clear();
        orders.putAll(other.orders);
        titles.clear();
        titles.putAll(other.titles);
    }

    /** The document has become this: new servers get the next numbers. */
    void follow(Topology topology) {
        titles.follow(topology);
        topology.nodes().forEach(this::meet);
        AddedNodes.of(topology).forEach(this::meet);
    }

    /** A node that was perhaps never seen before. */
    public void meet(Node node) {
        titles.meet(node);
        if (node.answersRequests()) {
            orders.putIfAbsent(node.id(), orders.size());
        }
    }

    /** The number of a server, from 0; -1 for any other node, which has no colour of its own. */
    public int order(String id) {
        return orders.getOrDefault(id, -1);
    }

    /** The number of each server, by id. */
    public Map<String, Integer> orders() {
        return Collections.unmodifiableMap(orders);
    }

    /** What people call the node; its id when it was never seen. */
    public String title(String id) {
        return titles.of(id);
    }
}
