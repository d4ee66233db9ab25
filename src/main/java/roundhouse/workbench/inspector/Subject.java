package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/**
 * What is selected, and the fields that all of it has.
 *
 * @param kind what it is, in a word or two
 */
record Subject(String title, String kind, List<Group> groups) {
    static Subject of(Document document) {
        Topology topology = document.topology();
        Set<Item> selected = document.selection().items();
        List<Node> nodes = Stream.concat(topology.nodes().stream(), AddedNodes.of(topology))
                .filter(node -> selected.contains(new Item.NodeItem(node.id())))
                .toList();
        List<Store> stores = topology.stores().stream()
                .filter(store -> selected.contains(new Item.StoreItem(store.id())))
                .toList();
        if (!stores.isEmpty()) {
            return stores(document, stores, nodes.isEmpty());
        }
        List<Link> links = topology.links().stream()
                .filter(link -> selected.contains(new Item.LinkItem(link.from(), link.to())))
                .toList();
        if (nodes.isEmpty() && links.isEmpty() && !selected.isEmpty()) {
            return new Subject(
                    selected.size() == 1 ? "Added by the run" : selected.size() + " selected", "", List.of());
        }
        if (nodes.isEmpty() && links.isEmpty()) {
            List<Group> groups =
                    Groups.of(document, List.of(topology), _ -> EditTarget.document(), TopologySettings.SETTINGS::form);
            return new Subject(topology.name(), "Topology", groups);
        }
        if (nodes.isEmpty()) {
            return links(document, links);
        }
        if (links.isEmpty()) {
            return nodes(document, nodes);
        }
        return new Subject(nodes.size() + links.size() + " selected", "Nodes and links", List.of());
    }

    /** Settings are those of all the stores; of stores beside nodes and links there are none. */
    private static Subject stores(Document document, List<Store> stores, boolean alone) {
        int selected = document.selection().items().size();
        if (!alone || stores.size() < selected) {
            return new Subject(selected + " selected", "Stores and others", List.of());
        }
        Store first = stores.getFirst();
        boolean one = stores.size() == 1;
        String id = one && first.label() != null ? " · " + first.id() : "";
        return new Subject(
                one ? first.title() : selected + " stores",
                (one ? "Store" : "Stores") + id,
                StoreForm.groups(document, stores));
    }

    private static Subject links(Document document, List<Link> links) {
        Topology topology = document.topology();
        List<Group> groups = Groups.of(
                document, links, link -> EditTarget.link(topology, link), link -> LinkForm.sections(topology, link));
        Link first = links.getFirst();
        String title = links.size() == 1
                ? EditTarget.title(topology, first.from())
                        + (first.isHeartbeat() ? " ↔ " : " → ")
                        + EditTarget.title(topology, first.to())
                : links.size() + " links";
        String kind = links.size() > 1 ? "Links" : first.isHeartbeat() ? "Heartbeat" : "Link";
        return new Subject(title, kind, groups);
    }

    private static Subject nodes(Document document, List<Node> nodes) {
        Node first = nodes.getFirst();
        boolean one = nodes.size() == 1;
        String title = one ? first.title() : nodes.size() + " selected";
        if (nodes.stream().anyMatch(node -> !node.kind().equals(first.kind()))) {
            List<List<Group>> kinds = nodes.stream()
                    .map(Node::kind)
                    .distinct()
                    .map(kind -> groups(document, nodes, kind))
                    .toList();
            return new Subject(title, "Nodes of several kinds", Groups.shared(kinds));
        }
        String id = one && first.label() != null ? " · " + first.id() : "";
        KindForm<?> form = KindForms.of(first);
        return new Subject(title, form.title(nodes.size()) + id + added(document, first), form.groups(document, nodes));
    }

    private static List<Group> groups(Document document, List<Node> nodes, String kind) {
        List<Node> ofKind =
                nodes.stream().filter(node -> node.kind().equals(kind)).toList();
        return KindForms.of(ofKind.getFirst()).settings(document, ofKind);
    }

    /** A node that is not there from the start: the fields are those of the command that adds it. */
    private static String added(Document document, Node node) {
        return document.topology().node(node.id()).isPresent() ? "" : " · added by the scenario";
    }
}
