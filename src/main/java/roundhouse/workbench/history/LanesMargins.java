package roundhouse.workbench.history;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import roundhouse.storage.lanes.HistoryLanes;

/** Paints what stands around the lanes: the times above, the clients at the left. */
final class LanesMargins {
    /** For the names of the clients. */
    static final double GUTTER = 136;
    /** For the times. */
    static final double AXIS = 24;
    /** From one mark of the axis to the next at least. */
    static final double APART = 90;

    private static final double INDENT = 10;

    private final GraphicsContext to;
    private final Function<LaneInk, Color> inks;
    private final LanesModel model;
    private final ToDoubleFunction<String> measure;

    LanesMargins(
            GraphicsContext to, Function<LaneInk, Color> inks, LanesModel model, ToDoubleFunction<String> measure) {
        this.to = to;
        this.inks = inks;
        this.model = model;
        this.measure = measure;
    }

    /** @param width of the whole picture, as its height */
    void paint(LanesText text, double width, double height) {
        to.setTextBaseline(VPos.CENTER);
        to.setStroke(inks.apply(LaneInk.GRID));
        to.setLineWidth(1);
        to.strokeLine(GUTTER - 0.5, AXIS, GUTTER - 0.5, height);
        to.strokeLine(0, AXIS - 0.5, width, AXIS - 0.5);
        to.setFill(inks.apply(LaneInk.MUTED));
        times(text);
        to.save();
        to.beginPath();
        to.rect(0, AXIS, GUTTER, height - AXIS);
        to.clip();
        to.setFill(inks.apply(LaneInk.TEXT));
        clients(height);
        to.restore();
    }

    private void times(LanesText text) {
        TimeWindow window = model.window();
        long step = window.step(APART);
        long first = Math.floorDiv(window.time(0), step) * step;
        for (long mark = first; window.x(mark) < model.width(); mark += step) {
            if (window.x(mark) >= 0) {
                String at = text.time(mark);
                double wide = measure.applyAsDouble(at);
                double x = Math.min(window.x(mark) - wide / 2, model.width() - wide);
                to.fillText(at, GUTTER + Math.max(0, x), AXIS / 2);
            }
        }
    }

    private void clients(double height) {
        HistoryLanes lanes = model.lanes();
        LanesLayout layout = model.layout();
        for (int lane = 0; lane < lanes.count(); lane++) {
            double top = AXIS + layout.top(lane) - model.offset();
            if (top < height && top + layout.height(lane) > AXIS) {
                to.fillText(shortened(lanes.title(lane)), INDENT, top + layout.height(lane) / 2);
            }
        }
    }

    private String shortened(String title) {
        double room = GUTTER - 2 * INDENT;
        if (measure.applyAsDouble(title) <= room) {
            return title;
        }
        int end = title.length();
        while (end > 1 && measure.applyAsDouble(title.substring(0, end) + "…") > room) {
            end--;
        }
        return title.substring(0, end) + "…";
    }
}
