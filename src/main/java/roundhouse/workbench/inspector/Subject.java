package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologySettings;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.FormField;
import roundhouse.topology.settings.FormSection;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/**
 * What is selected, and the fields that all of it has.
 *
 * @param kind what it is, in a word or two
 */
record Subject(String title, String kind, List<Group> groups) {
    /** What people come for most beside the first section. */
    private static final String EXPECTATIONS = "Expectations";

    static Subject of(Document document) {
        Topology topology = document.topology();
        Set<Item> selected = document.selection().items();
        List<Node> nodes = topology.nodes().stream()
                .filter(node -> selected.contains(new Item.NodeItem(node.id())))
                .toList();
        List<Link> links = topology.links().stream()
                .filter(link -> selected.contains(new Item.LinkItem(link.from(), link.to())))
                .toList();
        if (nodes.isEmpty() && links.isEmpty()) {
            List<Group> groups = groups(document, List.of(topology), _ -> EditTarget.document(), TopologySettings.SETTINGS::form);
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

    private static Subject links(Document document, List<Link> links) {
        Topology topology = document.topology();
        List<Group> groups =
                groups(document, links, link -> EditTarget.link(topology, link), link -> LinkForm.sections(topology, link));
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
            return new Subject(title, "Nodes of several kinds", List.of());
        }
        String id = one && first.label() != null ? " · " + first.id() : "";
        KindForm<?> form = KindForm.of(first);
        return new Subject(title, form.title(nodes.size()) + id, form.groups(document, nodes));
    }

    /** The fields that all the things have, under the headings of the first; a name is for one alone. */
    static <T> List<Group> groups(
            Document document, List<T> things, Function<T, EditTarget<T>> target, Function<T, List<FormSection<T>>> sections) {
        List<EditTarget<T>> targets = things.stream().map(target).toList();
        List<Set<String>> keys = things.stream()
                .map(thing -> Set.copyOf(sections.apply(thing).stream()
                        .flatMap(section -> section.fields().stream())
                        .map(FormField::key)
                        .toList()))
                .toList();
        return sections.apply(things.getFirst()).stream()
                .map(section -> new Group(
                        section.title(),
                        section.title().isEmpty() || section.title().equals(EXPECTATIONS),
                        section.fields().stream()
                                .filter(field -> keys.stream().allMatch(its -> its.contains(field.key())))
                                .filter(field ->
                                        things.size() == 1 || !field.key().equals("label"))
                                .map(field -> Line.of(
                                        document,
                                        field,
                                        targets,
                                        field.label().equals(section.title()) ? "" : field.label()))
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }
}
