package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.limits.LimitFigure;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** What a card says of limits while they turn requests away. */
final class GuardText {
    private GuardText() {}

    /** {@code 1,234 turned away}; empty where none was of late. */
    static String of(Node node, Frame frame) {
        GuardReport guard = frame.guards.get(node.id());
        return guard == null || !guard.turnsAway()
                ? ""
                : text("canvas.turned-away", FigureText.count(guard.of(LimitFigure.TURNED_AWAY)));
    }
}
