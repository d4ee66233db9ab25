package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.FigureText;

/** The figures of the sessions that are kept at a server. */
final class SessionLiveFigures {
    private SessionLiveFigures() {}

    /** Of the node at that place of the frame's topology; nothing where no sessions are kept. */
    static List<LiveFigure> of(Frame frame, int node) {
        return frame.topology.nodes().get(node) instanceof Server server && remembers(frame, node, server)
                ? List.of(
                        new LiveFigure(
                                text("inspector.sessions-held"),
                                FigureText.count(frame.sessions[node]),
                                SessionOrigins.HELD),
                        new LiveFigure(
                                text("inspector.session-memory"),
                                FigureText.mebibytes(frame.sessionBytes[node]),
                                SessionOrigins.MEMORY),
                        new LiveFigure(
                                text("inspector.sessions-lost"),
                                FigureText.count(frame.sessionsLost[node]),
                                SessionOrigins.LOST),
                        new LiveFigure(
                                text("inspector.sessions-missed"),
                                FigureText.count(frame.sessionsMissed[node]),
                                SessionOrigins.MISSED))
                : List.of();
    }

    /** Whether sessions are kept there: in memory, or for others. */
    private static boolean remembers(Frame frame, int node, Server server) {
        return server.remembersInMemory()
                || frame.sessions[node] > 0
                || frame.sessionsLost[node] > 0
                || frame.sessionsMissed[node] > 0;
    }
}
