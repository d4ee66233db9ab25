package roundhouse.exchange;

import java.io.PrintWriter;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** A topology as a flowchart of Mermaid, which GitHub and others draw. Nodes are numbered, since ids may be words of the language. */
final class MermaidWriter {
    private MermaidWriter() {}

    static void write(Topology topology, PrintWriter out) {
        out.println("flowchart LR");
        List<Node> nodes = topology.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String text = quoted(String.join("\n", DiagramWords.of(node)));
            out.println("    n" + i + (node.isMachine() ? "[" + text + "]" : "([" + text + "])"));
        }
        List<String> ids = nodes.stream().map(Node::id).toList();
        for (Link link : topology.links()) {
            String words = DiagramWords.of(link);
            String arrow = link.heartbeat() != null ? "<-.->" : link.backup() || link.down() ? "-.->" : "-->";
            out.println("    n" + ids.indexOf(link.from()) + " " + arrow
                    + (words.isEmpty() ? "" : "|" + quoted(words) + "|") + " n" + ids.indexOf(link.to()));
        }
    }

    /** In quotes, with what means something to Mermaid or to HTML as an entity. */
    private static String quoted(String text) {
        return '"'
                + text.replace("#", "#35;")
                        .replace("\"", "#quot;")
                        .replace("&", "#amp;")
                        .replace("<", "#lt;")
                        .replace(">", "#gt;")
                        .replace("`", "#96;")
                        .replace("\n", "<br>")
                + '"';
    }
}
