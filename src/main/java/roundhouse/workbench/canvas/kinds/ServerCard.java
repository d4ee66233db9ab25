package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.FigureText;

/** How much a server can do at once, what it does now, and its part of the traffic or its sessions. */
final class ServerCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Server server = Server.SETTINGS.cast(node);
        String cores = server.cores() == 1 ? "1 core" : text("canvas.cores", FigureText.count(server.cores()));
        if (mostWeight < 0) {
            return cores;
        }
        return leastWeight == mostWeight
                ? text("canvas.weight-2", cores, mostWeight)
                : text("canvas.weights", cores, leastWeight, mostWeight);
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return text(
                "canvas.in-flight-2",
                FigureText.count(frame.inFlight[index]),
                frame.hanging[index] > 0
                        ? " · " + text("canvas.so-many-hanging", FigureText.count(frame.hanging[index]))
                        : " · " + text("canvas.queue-of", FigureText.count(frame.queue[index])));
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
            return text("canvas.own-cache", CacheFiguresText.hits(frame, index));
        }
        return frame.share[index] > 0
                ? text("canvas.of-traffic", FigureText.percent(frame.share[index]))
                : FigureText.rate(Math.rint(frame.rate[index]));
    }

    private static String sessions(long held, long lost, long missed) {
        return text(lost > 0 && missed > 0 ? "canvas.sessions-held" : "canvas.so-many-sessions", FigureText.count(held))
                + (lost > 0 ? " · " + text("canvas.so-many-lost", FigureText.count(lost)) : "")
                + (missed > 0 ? " · " + text("canvas.so-many-missed", FigureText.count(missed)) : "");
    }
}
