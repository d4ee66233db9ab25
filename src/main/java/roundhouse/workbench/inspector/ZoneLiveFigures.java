package roundhouse.workbench.inspector;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** What of a balancer's requests stays in its zone. */
final class ZoneLiveFigures {
    private ZoneLiveFigures() {}

    /** Of the node at that place of the frame's topology; nothing where it is no balancer that stands in a zone. */
    static List<LiveFigure> of(Frame frame, int node) {
        List<LiveFigure> figures = new ArrayList<>();
        Node balancer = frame.topology.nodes().get(node);
        if (!balancer.picksTargets() || balancer.zone() == null) {
            return figures;
        }
        if (!frame.zoneMode[node].isEmpty()) {
            figures.add(new LiveFigure("Zone-aware", frame.zoneMode[node]));
        }
        double kept = frame.keptInZone[node];
        figures.add(new LiveFigure("Stays in zone " + balancer.zone(), Double.isNaN(kept) ? "–" : FigureText.percent(kept)));
        figures.add(new LiveFigure("Leaves it", Double.isNaN(kept) ? "–" : FigureText.percent(1 - kept)));
        return figures;
    }
}
