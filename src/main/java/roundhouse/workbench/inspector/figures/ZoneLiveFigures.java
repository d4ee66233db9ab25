package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** What of a balancer's requests stays in its zone. */
final class ZoneLiveFigures {
    static final String MODE = text("inspector.zone-aware");
    static final String LEAVES = text("inspector.leaves-zone");

    private ZoneLiveFigures() {}

    /** Labels and values of the node at that place of the frame's topology; nothing where it is no balancer that stands in a zone. */
    static Map<String, String> of(Frame frame, int node) {
        Map<String, String> figures = new LinkedHashMap<>();
        Node balancer = frame.topology.nodes().get(node);
        if (!balancer.picksTargets() || balancer.zone() == null) {
            return figures;
        }
        if (!frame.zoneMode[node].isEmpty()) {
            figures.put(MODE, frame.zoneMode[node]);
        }
        double kept = frame.keptInZone[node];
        figures.put(text("inspector.stays-in-zone", balancer.zone()), kept < 0 ? "–" : FigureText.percent(kept));
        figures.put(LEAVES, kept < 0 ? "–" : FigureText.percent(1 - kept));
        return figures;
    }
}
