package roundhouse.analysis;

import roundhouse.topology.Topology;
import roundhouse.topology.checks.Graph;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.SessionState;

/** Can a server reach its session store? */
final class ServerCheck {
    private ServerCheck() {}

    static void check(Node node, Topology topology, Findings findings) {
        if (node instanceof Server server) {
            check(server, topology, findings);
        }
    }

    private static void check(Server server, Topology topology, Findings findings) {
        SessionState state = server.state();
        if (state == null || state.store() == null) {
            return;
        }
        String store = state.store();
        if (!Graph.of(topology).targets(server.id()).contains(store)) {
            findings.error(
                    server.id(), "keeps its sessions in " + store + " but is not linked to it, so every request fails");
        }
    }
}
