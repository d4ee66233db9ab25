package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

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
                    selected.size() == 1 ? text("inspector.added-by-run") : text("inspector.selected", selected.size()),
                    "",
                    List.of());
        }
        if (nodes.isEmpty() && links.isEmpty()) {
            List<Group> groups =
                    Groups.of(document, List.of(topology), _ -> EditTarget.document(), TopologySettings.SETTINGS::form);
            return new Subject(topology.name(), text("inspector.topology"), groups);
        }
        if (nodes.isEmpty()) {
            return links(document, links);
        }
        if (links.isEmpty()) {
            return nodes(document, nodes);
        }
        return new Subject(
                text("inspector.selected", nodes.size() + links.size()), text("inspector.nodes-and-links"), List.of());
    }

    /** Settings are those of all the stores; of stores beside nodes and links there are none. */
    private static Subject stores(Document document, List<Store> stores, boolean alone) {
        int selected = document.selection().items().size();
        if (!alone || stores.size() < selected) {
            return new Subject(text("inspector.selected", selected), text("inspector.stores-and-others"), List.of());
        }
        Store first = stores.getFirst();
        boolean one = stores.size() == 1;
        String kind = one ? text("inspector.store") : text("inspector.stores");
        return new Subject(
                one ? first.title() : text("inspector.stores-selected", selected),
                one && first.label() != null ? text("inspector.kind-and-id", kind, first.id()) : kind,
                StoreForm.groups(document, stores));
    }

    private static Subject links(Document document, List<Link> links) {
        Topology topology = document.topology();
        List<Group> groups = Groups.of(
                document, links, link -> EditTarget.link(topology, link), link -> LinkForm.sections(topology, link));
        Link first = links.getFirst();
        String title = links.size() == 1
                ? text(
                        first.isHeartbeat() ? "inspector.between" : "inspector.from-to",
                        topology.title(first.from()),
                        topology.title(first.to()))
                : text("inspector.links-selected", links.size());
        String kind = text(
                links.size() > 1 ? "inspector.links" : first.isHeartbeat() ? "inspector.heartbeat" : "inspector.link");
        return new Subject(title, kind, groups);
    }

    private static Subject nodes(Document document, List<Node> nodes) {
        Node first = nodes.getFirst();
        boolean one = nodes.size() == 1;
        String title = one ? first.title() : text("inspector.selected", nodes.size());
        if (nodes.stream().anyMatch(node -> !node.kind().equals(first.kind()))) {
            List<List<Group>> kinds = nodes.stream()
                    .map(Node::kind)
                    .distinct()
                    .map(kind -> groups(document, nodes, kind))
                    .toList();
            List<Group> shared = Groups.shared(kinds);
            String kind = text(shared.isEmpty() ? "inspector.several-kinds-nothing-shared" : "inspector.several-kinds");
            return new Subject(title, kind, shared);
        }
        KindForm<?> form = KindForms.of(first);
        String kind = form.title(nodes.size());
        String named = one && first.label() != null ? text("inspector.kind-and-id", kind, first.id()) : kind;
        return new Subject(title, added(document, first, named), form.groups(document, nodes));
    }

    private static List<Group> groups(Document document, List<Node> nodes, String kind) {
        List<Node> ofKind =
                nodes.stream().filter(node -> node.kind().equals(kind)).toList();
        return KindForms.of(ofKind.getFirst()).settings(document, ofKind);
    }

    /** A node that is not there from the start: the fields are those of the command that adds it. */
    private static String added(Document document, Node node, String kind) {
        return document.topology().node(node.id()).isPresent() ? kind : text("inspector.added-by-scenario", kind);
    }
}
