package roundhouse.workbench.inspector.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.workbench.FigureText;

/** Which of a client's requests are answered, where there are replicated stores. */
final class AvailabilityLiveFigures {
    private AvailabilityLiveFigures() {}

    /** Labels and values of the node; nothing where it asked for nothing. */
    static Map<String, String> of(Frame frame, String id) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (AvailabilityReport of : frame.availability) {
            if (of.id().equals(id)) {
                for (AvailabilityFigure figure : AvailabilityFigure.values()) {
                    if (of.asked(figure) > 0) {
                        figures.put(figure.label(), FigureText.percent(of.share(figure)));
                    }
                }
            }
        }
        return figures;
    }
}
