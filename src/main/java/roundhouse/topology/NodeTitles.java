package roundhouse.topology;

import java.util.Map;
import java.util.TreeMap;
import roundhouse.topology.nodes.Node;

/**
 * What each node is called in words, everywhere alike: by its label, by its id where it has none, and by both where several share a
 * label. A node that is gone keeps its title.
 */
public final class NodeTitles {
    private final Map<String, String> titles = new TreeMap<>();

    public static NodeTitles of(Topology topology) {
        NodeTitles titles = new NodeTitles();
        titles.follow(topology);
        return titles;
    }

    /** The nodes are these from now on. */
    public void follow(Topology topology) {
        Map<String, Integer> bearers = new TreeMap<>();
        topology.nodes().forEach(node -> bearers.merge(node.title(), 1, Integer::sum));
        topology.nodes().forEach(node -> titles.put(node.id(), title(node, bearers.getOrDefault(node.title(), 1) > 1)));
    }

    /** A node by itself, such as one that is yet to be added. */
    public void meet(Node node) {
        titles.putIfAbsent(node.id(), node.title());
    }

    private static String title(Node node, boolean shared) {
        return shared ? node.title() + " (" + node.id() + ")" : node.title();
    }

    /** The id itself when there never was such a node. */
    public String of(String id) {
        return titles.getOrDefault(id, id);
    }

    public void clear() {
        titles.clear();
    }

    /** Knows those of another one besides. */
    public void putAll(NodeTitles other) {
        titles.putAll(other.titles);
    }
}
