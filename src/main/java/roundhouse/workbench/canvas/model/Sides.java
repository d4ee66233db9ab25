package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.Selection.Item;

/** The groups of nodes into which a drawing falls when links are cut. */
public final class Sides {
    private Sides() {}

    /**
     * The groups that the ends of these links are in, in the document's order; empty where the two ends of each are still joined by
     * others, so that nothing is parted.
     */
    public static List<List<String>> of(Topology topology, Set<Item.LinkItem> cut) {
        Map<String, String> groups = new LinkedHashMap<>();
        topology.nodes().forEach(node -> groups.put(node.id(), node.id()));
        for (Link link : topology.links()) {
            if (!cut.contains(new Item.LinkItem(link.from(), link.to()))) {
                String one = first(groups, link.from());
                String other = first(groups, link.to());
                groups.put(other, one);
            }
        }
        Map<String, List<String>> sides = new LinkedHashMap<>();
        for (Item.LinkItem link : cut) {
            String from = first(groups, link.from());
            String to = first(groups, link.to());
            if (from.equals(to)) {
                return List.of();
            }
            sides.put(from, new ArrayList<>());
            sides.put(to, new ArrayList<>());
        }
        for (Node node : topology.nodes()) {
            List<String> side = sides.get(first(groups, node.id()));
            if (side != null) {
                side.add(node.id());
            }
        }
        return List.copyOf(sides.values());
    }

    private static String first(Map<String, String> groups, String id) {
        String at = id;
        String next = groups.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = groups.getOrDefault(at, at);
        }
        return at;
    }
}
