package roundhouse.workbench.canvas.model;

import static roundhouse.workbench.texts.Texts.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.StoreEdits;

/** A part of a topology that is copied: some nodes, the links among them, where they stand. */
public final class Fragment {
    private final Topology target;
    private final Topology source;
    private final List<Node> nodes;
    private final List<Link> links;
    private final List<Store> stores;
    /** The copy of each node and store. */
    private final Map<String, String> ids;

    private Fragment(Topology target, Topology source, List<Node> nodes, List<Link> links) {
        this.target = target;
        this.source = source;
        this.nodes = nodes;
        this.links = links;
        stores = whole(source, nodes.stream().map(Node::id).collect(Collectors.toSet()));
        ids = newIds();
    }

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
                .named(text("canvas.part-of", topology.name()), "")
                .withNodes(topology.nodes().stream()
                        .filter(node -> ids.contains(node.id()))
                        .toList())
                .withStores(whole(topology, ids))
                .withLinks(topology.links().stream()
                        .filter(link -> ids.contains(link.from()) && ids.contains(link.to()))
                        .toList())
                .withLayout(layout);
    }

    /** The stores that all members of are among these. */
    private static List<Store> whole(Topology topology, Set<String> ids) {
        return topology.stores().stream()
                .filter(store -> ids.containsAll(store.members()))
                .toList();
    }

    /** All of the fragment put into a topology under ids that are free there, moved by that much. */
    public static Copied into(Topology target, Topology fragment, double dx, double dy) {
        return new Fragment(target, fragment, fragment.nodes(), fragment.links()).copied(dx, dy);
    }

    /**
     * Copies within one topology: they are linked to the same nodes as the originals, and to each other as those are. Only clients
     * outside are not linked to a copy, for they send over one link. A store that all members of are copied is copied, too; the copy of one member
     * joins the store.
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
        return new Fragment(topology, topology, nodes, links).copied(dx, dy);
    }

    private Map<String, String> newIds() {
        Set<String> taken = new HashSet<>();
        target.nodes().forEach(node -> taken.add(node.id()));
        target.stores().forEach(store -> taken.add(store.id()));
        Map<String, String> free = new HashMap<>();
        Stream.concat(nodes.stream().map(Node::id), stores.stream().map(Store::id))
                .forEach(id -> {
                    String copy = NewNode.freeId(taken, id);
                    taken.add(copy);
                    free.put(id, copy);
                });
        return free;
    }

    private String copyOf(String id) {
        return ids.getOrDefault(id, id);
    }

    private Copied copied(double dx, double dy) {
        Map<String, Position> places = Arrangement.of(source);
        Topology result = target;
        Set<String> copies = new LinkedHashSet<>();
        for (Node node : nodes) {
            Position place = places.getOrDefault(node.id(), new Position(0, 0));
            result = result.with(renamed(node)).at(copyOf(node.id()), new Position(place.x() + dx, place.y() + dy));
            copies.add(copyOf(node.id()));
        }
        for (Link link : links) {
            result = result.with(link.between(copyOf(link.from()), copyOf(link.to())));
        }
        for (Store store : stores) {
            result = result.with(store.with(Store.ID, copyOf(store.id()))
                    .with(
                            Store.MEMBERS,
                            store.members().stream().map(this::copyOf).toList()));
        }
        for (Node node : nodes) {
            Store store = target.storeOf(node.id()).orElse(null);
            if (source.equals(target) && store != null && !stores.contains(store)) {
                result = StoreEdits.join(result, store.id(), copyOf(node.id()));
            }
        }
        return new Copied(result, copies);
    }

    /** A copy of a node that has its store copied too, or whom it calls, uses the copies. It calls and asks nobody else without a link there. */
    private Node renamed(Node node) {
        Node copy = node.renamed(copyOf(node.id()))
                .calledAs(id -> reaches(node, id) ? copyOf(id) : null)
                .keptAs(id -> reaches(node, id) ? copyOf(id) : null);
        String store = copy.store();
        return store != null && ids.containsKey(store) ? copy.storedIn(ids.get(store)) : copy;
    }

    /** Whether what is copied has a link between that node and the other, or to a member of the other, which is a store. */
    private boolean reaches(Node node, String other) {
        return links.stream()
                .anyMatch(link -> link.joins(node.id(), other)
                        || (link.from().equals(node.id())
                                && source.storeOf(link.to())
                                        .filter(store -> store.id().equals(other))
                                        .isPresent()));
    }
}
