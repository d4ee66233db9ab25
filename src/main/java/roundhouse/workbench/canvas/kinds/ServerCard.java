package roundhouse.workbench.canvas.kinds;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.FigureText;

/** How much a server can do at once, what it does now, and its part of the traffic or its sessions. */
final class ServerCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Server server = Server.SETTINGS.cast(node);
        String cores = server.cores() == 1 ? "1 core" : FigureText.count(server.cores()) + " cores";
        if (mostWeight < 0) {
            return cores;
        }
        return leastWeight == mostWeight
                ? cores + " · weight " + mostWeight
                : cores + " · weights " + leastWeight + "–" + mostWeight;
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return "in flight " + FigureText.count(frame.inFlight[index])
                + (frame.hanging[index] > 0
                        ? " · " + FigureText.count(frame.hanging[index]) + " hanging"
                        : " · queue " + FigureText.count(frame.queue[index]));
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        String limited = GuardText.of(node, frame);
        if (!limited.isEmpty()) {
            return limited;
        }
        if (Server.SETTINGS.cast(node).remembersInMemory()) {
            return sessions(frame.sessions[index], frame.sessionsLost[index], frame.sessionsMissed[index]);
        }
        if (frame.data.caches[index]) {
            return "own cache " + CacheFiguresText.hits(frame, index);
        }
        return frame.share[index] > 0
                ? FigureText.percent(frame.share[index]) + " of traffic"
                : FigureText.rate(Math.rint(frame.rate[index]));
    }

    private static String sessions(long held, long lost, long missed) {
        return FigureText.count(held)
                + (lost > 0 && missed > 0 ? " held" : " sessions")
                + (lost > 0 ? " · " + FigureText.count(lost) + " lost" : "")
                + (missed > 0 ? " · " + FigureText.count(missed) + " missed" : "");
    }
}
