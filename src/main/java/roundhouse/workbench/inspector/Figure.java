package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.Frame;
import roundhouse.topology.Node;
import roundhouse.workbench.Figures;
import roundhouse.workbench.document.Selection.Item;

/**
 * A live figure of a node or a link.
 *
 * @param label with what the figure is over, where that needs to be said
 */
record Figure(String label, String value) {
    /** Of what is selected; empty while the run knows nothing of it. */
    static List<Figure> of(Frame frame, Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> {
                int node = Share.index(frame.topology, id);
                yield node < 0 ? List.of() : of(frame, node);
            }
            case Item.LinkItem(String from, String to) -> LinkFigures.of(frame, from, to);
        };
    }

    /** The figures of the node at that place of the frame's topology. */
    static List<Figure> of(Frame frame, int node) {
        List<Figure> figures = new ArrayList<>();
        Node of = frame.topology.nodes().get(node);
        String came = switch (of) {
            case Node.Clients _ -> "Sent";
            case Node.LoadBalancer _ -> "Handled";
            case Node.Server _ -> "Received";
        };
        if (frame.role[node] != Frame.ALONE) {
            figures.add(new Figure("Role", role(frame, node)));
        }
        figures.add(new Figure("Rate", Figures.rate(frame.rate[node])));
        figures.add(new Figure("In flight", Figures.count(frame.inFlight[node])));
        if (!(of instanceof Node.Clients)) {
            figures.add(new Figure("Queue", Figures.count(frame.queue[node])));
            figures.add(new Figure("Utilisation", Figures.percent(frame.utilization[node])));
        }
        figures.add(new Figure("Latency p50", Figures.duration(frame.p50[node])));
        figures.add(new Figure("Latency p99", Figures.duration(frame.p99[node])));
        figures.add(new Figure(came, Figures.count(frame.arrived[node])));
        figures.add(new Figure("Ended well", Figures.count(frame.ok[node])));
        figures.add(new Figure("Refused or failed", Figures.count(frame.bad[node])));
        figures.add(new Figure("Timed out", Figures.count(frame.timedOut[node])));
        if (of instanceof Node.Server server && remembers(frame, node, server)) {
            figures.add(new Figure("Sessions held", Figures.count(frame.sessions[node])));
            figures.add(new Figure("Session memory", Figures.mebibytes(frame.sessionBytes[node])));
            figures.add(new Figure("Sessions lost", Figures.count(frame.sessionsLost[node])));
            figures.add(new Figure("Requests without their session", Figures.count(frame.sessionsMissed[node])));
        }
        return figures;
    }

    /** One that is down has no part in the pair. */
    private static String role(Frame frame, int node) {
        return frame.condition[node] == Frame.DOWN ? "down" : frame.role[node] == Frame.ACTIVE ? "active" : "standby";
    }

    /** Whether sessions are kept there: in memory, or for others. */
    private static boolean remembers(Frame frame, int node, Node.Server server) {
        boolean inMemory = server.state() != null && server.state().store() == null;
        return inMemory || frame.sessions[node] > 0 || frame.sessionsLost[node] > 0 || frame.sessionsMissed[node] > 0;
    }
}
