package roundhouse.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** What a diagram says of a node and of a link. */
final class DiagramWords {
    private DiagramWords() {}

    /** Its title, how many it stands for, its kind and its zone, a line each. */
    static List<String> of(Node node) {
        List<String> lines = new ArrayList<>();
        String title = Objects.requireNonNullElse(node.label(), node.id());
        lines.add(!node.standsForOthers() ? title : title + " × " + node.count());
        lines.add(node.kind());
        if (node.zone() != null) {
            lines.add("zone " + node.zone());
        }
        return lines;
    }

    /** What sets it apart from a plain link; empty for a plain one. */
    static String of(Link link) {
        if (link.heartbeat() != null) {
            return "heartbeat";
        }
        List<String> words = new ArrayList<>();
        if (!link.pool().equals(Link.DEFAULT_POOL)) {
            words.add("pool " + link.pool());
        }
        if (link.weight() != 1) {
            words.add("weight " + link.weight());
        }
        if (link.backup()) {
            words.add("backup");
        }
        if (link.down()) {
            words.add("down");
        }
        return String.join(", ", words);
    }
}
