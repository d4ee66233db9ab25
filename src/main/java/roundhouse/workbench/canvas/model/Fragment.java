package roundhouse.workbench.canvas.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.NewNode;

/** A part of a topology that is copied: some nodes, the links among them, where they stand. */
public final class Fragment {
    private Fragment() {}

    /**
     * A topology that got copies.
     *
     * @param copies the copies' ids
     */
    public record Copied(Topology topology, Set<String> copies) {}

    /** Only these nodes and the links among them. */
    public static Topology of(Topology topology, Set<String> ids) {
        Map<String, Position> layout = new LinkedHashMap<>();
        Arrangement.of(topology).forEach((id, place) -> {
            if (ids.contains(id)) {
                layout.put(id, place);
            }
        });
        return Topology.EMPTY
                .named("Part of " + topology.name(), "")
                .withNodes(topology.nodes().stream()
                        .filter(node -> ids.contains(node.id()))
                        .toList())
                .withLinks(topology.links().stream()
                        .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
                        .toList())
                .withLayout(layout);
    }

    /** All of the fragment put into a topology under ids that are free there, moved by that much. */
    public static Copied into(Topology target, Topology fragment, double dx, double dy) {
        Map<String, String> ids = newIds(target, fragment.nodes());
        return copied(target, fragment.nodes(), fragment.links(), Arrangement.of(fragment), ids, dx, dy);
    }

    /**
     * Copies within one topology: they are linked to the same nodes as the originals, and to each other as those are. Only clients
     * outside are not linked to a copy, for they send over one link.
     */
    public static Copied duplicate(Topology topology, Set<String> originals, double dx, double dy) {
        List<Node> nodes = topology.nodes().stream()
                .filter(node -> originals.contains(node.id()))
                .toList();
        List<Link> links = topology.links().stream()
                .filter(link -> originals.contains(link.from())
                        || (originals.contains(link.to())
                                && topology.node(link.from())
                                        .filter(Node::picksTargets)
                                        .isPresent()))
                .toList();
        return copied(topology, nodes, links, Arrangement.of(topology), newIds(topology, nodes), dx, dy);
    }

    private static Map<String, String> newIds(Topology target, List<Node> nodes) {
        Set<String> taken = new HashSet<>();
        target.nodes().forEach(node -> taken.add(node.id()));
        Map<String, String> ids = new HashMap<>();
        for (Node node : nodes) {
            String id = NewNode.freeId(taken, node.id());
            taken.add(id);
            ids.put(node.id(), id);
        }
        return ids;
    }

    private static Copied copied(
            Topology target,
            List<Node> nodes,
            List<Link> links,
            Map<String, Position> places,
            Map<String, String> ids,
            double dx,
            double dy) {
        Topology result = target;
        Set<String> copies = new LinkedHashSet<>();
        for (Node node : nodes) {
            String id = ids.getOrDefault(node.id(), node.id());
            Position place = places.getOrDefault(node.id(), new Position(0, 0));
            result = result.with(renamed(node, links, ids)).at(id, new Position(place.x() + dx, place.y() + dy));
            copies.add(id);
        }
        for (Link link : links) {
            result = result.with(
                    link.between(ids.getOrDefault(link.from(), link.from()), ids.getOrDefault(link.to(), link.to())));
        }
        return new Copied(result, copies);
    }

    /** A copy of a node that has its store copied too, or whom it calls, uses the copies. It calls nobody else without a link there. */
    private static Node renamed(Node node, List<Link> links, Map<String, String> ids) {
        Node copy = node.renamed(ids.getOrDefault(node.id(), node.id()))
                .calledAs(id ->
                        links.stream().anyMatch(link -> link.joins(node.id(), id)) ? ids.getOrDefault(id, id) : null);
        String store = copy.store();
        return store != null && ids.containsKey(store) ? copy.storedIn(ids.get(store)) : copy;
    }
}
