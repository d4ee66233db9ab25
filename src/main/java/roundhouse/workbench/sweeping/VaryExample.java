package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** What could be written where settings are varied: of the first server that the design has. */
final class VaryExample {
    private static final String ANY = "web";

    private VaryExample() {}

    /** A setting and its values. */
    static String one(Topology design) {
        return text("sweeping.example", server(design));
    }

    /** Two settings and their values. */
    static String two(Topology design) {
        return text("sweeping.size-example", server(design));
    }

    private static String server(Topology design) {
        return design.nodes().stream()
                .filter(Server.class::isInstance)
                .map(Node::id)
                .findFirst()
                .orElse(ANY);
    }
}
