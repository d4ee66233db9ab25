package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.topology.Topology;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/**
 * A setting that somebody looks for, and where it is edited.
 *
 * @param label with its section, "Retries: Attempts"
 * @param help what it means; may be empty
 * @param of what it is a setting of: a node's or a link's name; empty for the topology's
 * @param key its field's
 * @param shows what has to be selected for it
 */
public record FoundSetting(String label, String help, String of, String key, Set<Item> shows) {
    /**
     * Those of the topology, of a link, of the nodes that are named in what was typed, and of one node of each other kind: of what is
     * selected, else of the first there is.
     */
    public static List<FoundSetting> all(Document document, String typed) {
        Topology topology = document.topology();
        List<FoundSetting> all = new ArrayList<>();
        add(
                all,
                "",
                Set.of(),
                Groups.of(document, List.of(topology), _ -> EditTarget.document(), TopologySettings.SETTINGS::form));
        List<Node> named =
                topology.nodes().stream().filter(node -> isNamed(node, typed)).toList();
        Set<String> kinds = named.stream().map(Node::kind).collect(Collectors.toSet());
        Map<String, Node> nodes = new LinkedHashMap<>();
        named.forEach(node -> nodes.put(node.id(), node));
        for (Node node : topology.nodes()) {
            if (kinds.contains(node.kind())) {
                continue;
            }
            if (document.selection().contains(new Item.NodeItem(node.id()))) {
                nodes.put(node.kind(), node);
            } else {
                nodes.putIfAbsent(node.kind(), node);
            }
        }
        for (Node node : nodes.values()) {
            add(
                    all,
                    node.title(),
                    Set.of(new Item.NodeItem(node.id())),
                    KindForms.of(node).groups(document, List.of(node)));
        }
        topology.links().stream()
                .filter(link -> !link.isHeartbeat())
                .findFirst()
                .ifPresent(link -> addLink(all, document, link));
        return all;
    }

    private static boolean isNamed(Node node, String typed) {
        String words = " " + typed.toLowerCase(Locale.ROOT).strip() + " ";
        return words.contains(" " + node.id().toLowerCase(Locale.ROOT) + " ")
                || words.contains(" " + node.title().toLowerCase(Locale.ROOT) + " ");
    }

    private static void addLink(List<FoundSetting> all, Document document, Link link) {
        Topology topology = document.topology();
        EditTarget<Link> target = EditTarget.link(topology, link);
        add(
                all,
                target.title(),
                Set.of(new Item.LinkItem(link.from(), link.to())),
                Groups.of(document, List.of(link), _ -> target, _ -> LinkForm.sections(topology, link)));
    }

    private static void add(List<FoundSetting> all, String of, Set<Item> shows, List<Group> groups) {
        for (Group group : groups) {
            for (Line line : group.lines()) {
                String label = group.title().isEmpty() || group.title().equals(line.label())
                        ? line.label()
                        : text("inspector.setting-in-section", group.title(), line.label());
                all.add(new FoundSetting(label, line.help(), of, line.key(), shows));
            }
        }
    }
}
