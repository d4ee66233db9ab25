package roundhouse.exchange;

import java.io.PrintWriter;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** A topology in the language of D2 (d2lang.com). Nodes are numbered, since ids may be words of the language. */
final class D2Writer {
    private D2Writer() {}

    static void write(Topology topology, PrintWriter out) {
        out.println("direction: right");
        List<Node> nodes = topology.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String shape = node.isMachine() ? "" : " {shape: oval}";
            out.println("n" + i + ": " + quoted(String.join("\n", DiagramWords.of(node))) + shape);
        }
        List<String> ids = nodes.stream().map(Node::id).toList();
        for (Link link : topology.links()) {
            boolean dashed = link.heartbeat() != null || link.backup() || link.down();
            String words = DiagramWords.of(link);
            out.println("n" + ids.indexOf(link.from()) + (link.heartbeat() != null ? " <-> " : " -> ") + "n"
                    + ids.indexOf(link.to()) + (words.isEmpty() ? "" : ": " + quoted(words))
                    + (dashed ? " {style.stroke-dash: 4}" : ""));
        }
    }

    /** In quotes; a dollar sign would be a variable. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("$", "\\$")
                        .replace("\n", "\\n")
                + '"';
    }
}
