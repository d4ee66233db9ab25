package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.workbench.FigureText;

/** Whom a DNS node names now, how much it is asked, and what goes to the dead. */
final class NamingLiveFigures {
    /** Between a target and what is told of it. */
    static final String OF_TARGET = ": ";

    static final String NAMES = text("inspector.names-now");

    private NamingLiveFigures() {}

    /** Labels and values of the node at that place of the frame's topology; nothing where it answers for no name. */
    static Map<String, String> of(Frame frame, int node) {
        Map<String, String> figures = new LinkedHashMap<>();
        NamingReport naming = frame.naming.get(frame.topology.nodes().get(node).id());
        if (naming == null) {
            return figures;
        }
        figures.put(
                NAMES,
                naming.named().isEmpty()
                        ? text("inspector.names-nobody")
                        : naming.named().stream()
                                .map(id -> frame.topology.title(id))
                                .collect(Collectors.joining(", ")));
        naming.figures().forEach((figure, value) -> {
            // Those that were answered are among the figures that every node has.
            if (figure != NamingFigure.QUERIES) {
                figures.put(figure.label(), shown(figure.unit(), value));
            }
        });
        naming.targets()
                .forEach((target, its) -> its.forEach((figure, value) -> {
                    if (value > 0 || figure == NamedFigure.ANSWERS) {
                        figures.put(label(frame.topology.title(target), figure), shown(figure.unit(), value));
                    }
                }));
        return figures;
    }

    /** Of a figure of a target. */
    private static String label(String target, NamedFigure figure) {
        return target + OF_TARGET + figure.label();
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
