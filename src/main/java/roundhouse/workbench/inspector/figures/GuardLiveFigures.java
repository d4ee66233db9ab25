package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.limits.LimitFigure;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.FigureText;

/** What the limits of a node did so far, all together and each. */
final class GuardLiveFigures {
    private GuardLiveFigures() {}

    /** Labels and values of the node at that place of the frame's topology; nothing where it has no limits. */
    static Map<String, String> of(Frame frame, int node) {
        Map<String, String> figures = new LinkedHashMap<>();
        GuardReport guard = frame.guards.get(frame.topology.nodes().get(node).id());
        if (guard == null) {
            return figures;
        }
        guard.all().forEach((figure, count) -> {
            if (guard.attacked() || !figure.tellsAttacks()) {
                figures.put(figure.label(), FigureText.count(count));
            }
        });
        guard.limits()
                .forEach((title, its) -> figures.put(
                        title,
                        text(
                                "inspector.turned-away",
                                FigureText.count(its.getOrDefault(LimitFigure.TURNED_AWAY, 0L)),
                                FigureText.count(its.getOrDefault(LimitFigure.ASKED, 0L)))));
        return figures;
    }
}
