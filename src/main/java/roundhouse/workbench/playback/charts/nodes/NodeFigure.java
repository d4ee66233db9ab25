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
    RATE(
            text("playback.requests-a-second-2"),
            ChartFigure.NODE_RATE,
            1,
            "req/s",
            1,
            ChartOrigins.ofNodes(
                    text("playback.node-rate-origin"),
                    text("playback.node-rate-formula"),
                    text("playback.requests-a-second"))),
    IN_FLIGHT(
            text("playback.in-flight"),
            ChartFigure.NODE_IN_FLIGHT,
            1,
            "",
            1,
            ChartOrigins.ofNodes(
                    text("playback.node-in-flight-origin"), text("playback.node-in-flight-formula"), "requests")),
    P99(
            text("playback.latency-p99"),
            ChartFigure.NODE_P99,
            1e-6,
            "ms",
            1,
            ChartOrigins.ofNodes(text("playback.node-p99-origin"), text("playback.node-p99-formula"), "time")),
    ERRORS(
            text("playback.errors-a-second"),
            ChartFigure.NODE_ERRORS,
            1,
            "/s",
            1,
            ChartOrigins.ofNodes(
                    text("playback.node-errors-origin"),
                    text("playback.node-errors-formula"),
                    text("playback.requests-a-second"))),
    UTILIZATION(
            text("playback.busy-cores"),
            ChartFigure.NODE_UTILIZATION,
            100,
            "%",
            100,
            ChartOrigins.ofNodes(
                    text("playback.node-utilization-origin"),
                    text("playback.node-utilization-formula"),
                    "a share, 0 to 100 %"));

    private final String title;
    private final ChartFigure figure;
    private final double factor;
    private final String unit;
    private final double least;
    private final Origin origin;

    /**
     * @param factor from what is kept to the unit
     * @param least the scale's upper edge at least
     */
    NodeFigure(String title, ChartFigure figure, double factor, String unit, double least, Origin origin) {
        this.title = title;
        this.figure = figure;
        this.factor = factor;
        this.unit = unit;
        this.least = least;
        this.origin = origin;
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
        return origin;
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
