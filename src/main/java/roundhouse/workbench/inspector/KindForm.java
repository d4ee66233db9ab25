package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;

/**
 * The form of nodes of one kind: what its settings declare, and for some kinds what depends on the rest of the topology.
 *
 * @param <N> the kind
 */
class KindForm<N extends Node> {
    private final Settings<N> settings;

    KindForm(Settings<N> settings) {
        this.settings = settings;
    }

    /** What a number of them is called. */
    final String title(int number) {
        return number == 1 ? settings.title() : settings.plural();
    }

    /** The fields of nodes of this kind, which are all that is selected. */
    final List<Group> groups(Document document, List<Node> nodes) {
        List<Group> groups = new ArrayList<>(settings(document, nodes));
        if (nodes.size() == 1) {
            weights(document, settings.cast(nodes.getFirst())).ifPresent(group -> groups.add(1, group));
        }
        store(document, nodes).ifPresent(group -> groups.add(Math.min(1, groups.size()), group));
        return groups;
    }

    /** The fields of the settings alone, of nodes of this kind, beside which others may be selected. */
    final List<Group> settings(Document document, List<Node> nodes) {
        List<N> things = nodes.stream().map(settings::cast).toList();
        Set<String> selected = nodes.stream().map(Node::id).collect(Collectors.toSet());
        Topology topology = document.topology();
        return Groups.of(document, things, this::target, node -> named(node, sections(topology, node, selected)));
    }

    /** The sections of one node's form. */
    List<FormSection<N>> sections(Topology topology, N node, Set<String> selected) {
        return settings.form(node);
    }

    /** The topology with a changed node, which is linked to whom it calls. */
    Topology put(Topology topology, N changed) {
        return withCallsLinked(AddedNodes.put(topology, changed), changed);
    }

    /** With a link to each that the node calls, where there can be one. */
    static Topology withCallsLinked(Topology topology, Node node) {
        Topology next = topology;
        for (String called : node.called()) {
            if (next.link(node.id(), called).isEmpty()
                    && Validation.linkProblem(next, node.id(), called).isEmpty()) {
                next = next.with(Link.of(node.id(), called, NewNode.LATENCY));
            }
        }
        return next;
    }

    /** The weights that balancers give, or that the node gives; most kinds have none. */
    Optional<Group> weights(Document document, N node) {
        return Optional.empty();
    }

    /** Of which store they are members; most kinds are of none. */
    Optional<Group> store(Document document, List<Node> nodes) {
        return Optional.empty();
    }

    private EditTarget<N> target(N node) {
        return new EditTarget<>(
                node.title(),
                topology -> AddedNodes.orFirst(topology, node.id())
                        .filter(found -> found.kind().equals(node.kind()))
                        .map(settings::cast),
                this::put);
    }

    /** An empty name is the id. */
    private List<FormSection<N>> named(N node, List<FormSection<N>> sections) {
        return sections.stream()
                .map(section -> new FormSection<>(
                        section.title(),
                        section.fields().stream()
                                .map(field ->
                                        field.key().equals("label") ? field.edited(new Editor.Text(node.id())) : field)
                                .toList()))
                .toList();
    }

    /** The same sections with one field edited otherwise. */
    static <T> List<FormSection<T>> edited(List<FormSection<T>> sections, String key, Editor editor) {
        return sections.stream()
                .map(section -> new FormSection<>(
                        section.title(),
                        section.fields().stream()
                                .<FormField<T>>map(field -> field.key().equals(key) ? field.edited(editor) : field)
                                .toList()))
                .toList();
    }
}
