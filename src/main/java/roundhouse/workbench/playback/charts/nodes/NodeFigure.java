package roundhouse.workbench.playback.charts.nodes;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;
import java.util.function.DoubleFunction;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.history.ChartFigure;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.ChartOrigins;

/** A figure that every node has over time. */
enum NodeFigure {
    RATE("rate", text("playback.requests-a-second-2"), ChartFigure.NODE_RATE, 1, "req/s", 1),
    IN_FLIGHT("in-flight", text("playback.in-flight"), ChartFigure.NODE_IN_FLIGHT, 1, "", 1),
    P99("p99", text("playback.latency-p99"), ChartFigure.NODE_P99, 1e-6, "ms", 1),
    ERRORS("errors", text("playback.errors-a-second"), ChartFigure.NODE_ERRORS, 1, "/s", 1),
    UTILIZATION("utilization", text("playback.busy-cores"), ChartFigure.NODE_UTILIZATION, 100, "%", 100);

    private final String key;
    private final String title;
    private final ChartFigure figure;
    private final double factor;
    private final String unit;
    private final double least;

    /**
     * @param key of its texts
     * @param factor from what is kept to the unit
     * @param least the scale's upper edge at least
     */
    NodeFigure(String key, String title, ChartFigure figure, double factor, String unit, double least) {
        this.key = key;
        this.title = title;
        this.figure = figure;
        this.factor = factor;
        this.unit = unit;
        this.least = least;
    }

    String title() {
        return title;
    }

    ChartFigure figure() {
        return figure;
    }

    double factor() {
        return factor;
    }

    String unit() {
        return unit;
    }

    /** Where it comes from. */
    Origin origin() {
        String unitWords = switch (this) {
            case RATE, ERRORS -> text("playback.requests-a-second");
            case IN_FLIGHT -> "requests";
            case P99 -> "time";
            case UTILIZATION -> "a share, 0 to 100 %";
        };
        return ChartOrigins.ofNodes(
                text("playback.node-" + key + "-origin"), text("playback.node-" + key + "-formula"), unitWords);
    }

    /** How a value is written, without its unit. */
    DoubleFunction<String> format() {
        return switch (this) {
            case RATE, IN_FLIGHT, ERRORS -> FigureText::number;
            case P99, UTILIZATION -> NodeFigure::three;
        };
    }

    double least() {
        return least;
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }

    @Override
    public String toString() {
        return title;
    }
}
