package roundhouse.workbench.playback.charts.nodes;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.playback.charts.Band;
import roundhouse.workbench.playback.charts.ChartModel;
import roundhouse.workbench.playback.charts.scale.TimeView;

/**
 * One figure of every node over time, on one scale.
 *
 * @param edge the upper edge of all, for what is in sight
 * @param nodes a chart of one line each, in the order of the document
 */
record NodesModel(NodeFigure figure, double edge, List<NodeChart> nodes) {
    /** The figure of one node. */
    record NodeChart(String id, ChartModel chart) {
        String title() {
            return chart.series().getFirst().name();
        }
    }

    static NodesModel of(RunHistory history, KnownNodes known, NodeFigure figure, TimeView view) {
        List<NodeChart> nodes = new ArrayList<>();
        history.trends().all(figure.figure()).forEach((id, trend) -> {
            ChartModel.Series line = new ChartModel.Series(
                    id, known.title(id), new double[0], known.order(id), known.member(id), Band.NONE);
            nodes.add(new NodeChart(
                    id,
                    ChartModel.of(history.spanNanos(), line, trend, figure.factor(), figure.format(), figure.unit())));
        });
        double most = figure.least();
        for (NodeChart node : nodes) {
            most = Math.max(most, node.chart().edge(view.fromNanos(), view.untilNanos()));
        }
        return new NodesModel(figure, most, List.copyOf(nodes));
    }
}
