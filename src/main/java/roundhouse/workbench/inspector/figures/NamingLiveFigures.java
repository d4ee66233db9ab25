package roundhouse.workbench.inspector.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.workbench.FigureText;

/** Whom a DNS node names now, how much it is asked, and what goes to the dead. */
final class NamingLiveFigures {
    private NamingLiveFigures() {}

    /** Labels and values of the node at that place of the frame's topology; nothing where it answers for no name. */
    static Map<String, String> of(Frame frame, int node) {
        Map<String, String> figures = new LinkedHashMap<>();
        NamingReport naming = frame.naming.get(frame.topology.nodes().get(node).id());
        if (naming == null) {
            return figures;
        }
        figures.put("Names now", naming.named().isEmpty() ? "nobody" : String.join(", ", naming.named()));
        naming.figures().forEach((figure, value) -> figures.put(figure.label(), shown(figure.unit(), value)));
        naming.targets()
                .forEach((target, its) -> its.forEach((figure, value) -> {
                    if (value > 0 || figure == NamedFigure.ANSWERS) {
                        figures.put(target + ": " + figure.label(), shown(figure.unit(), value));
                    }
                }));
        return figures;
    }

    private static String shown(NamingFigure.Unit unit, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (unit) {
            case COUNT -> FigureText.count((long) value);
            case SHARE -> FigureText.percent(value);
            case NANOS -> FigureText.duration((long) value);
        };
    }
}
