package roundhouse.workbench.playback.charts.latency;

import javafx.scene.layout.Region;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.PlotSurface;
import roundhouse.workbench.playback.charts.scale.TimeView;

/** The drawing of a heat map, with marks for the present, the moment and the cell that are pointed at. */
final class HeatPlot {
    private final PlotSurface surface = new PlotSurface(this::paint, this::placeMarks);
    private final Region now = surface.mark("chart-now");
    private final Region cursor = surface.mark("chart-cursor");
    private final Region cell = surface.mark("chart-cell");
    private final Region chosen = surface.mark("chart-chosen");
    private LatencyHeat heat = LatencyHeat.of(RunHistory.EMPTY, TimeView.whole(1), 1);
    private RunHistory history = RunHistory.EMPTY;
    private TimeView view = TimeView.whole(1);
    private long nowNanos;
    private long cursorNanos = -1;
    private int row = -1;

    void show(LatencyHeat next, RunHistory of, TimeView inSight) {
        heat = next;
        history = of;
        view = inSight;
        surface.redraw();
    }

    /** @param timeNanos the moment that is pointed at; -1 for none */
    void point(long presentNanos, long timeNanos, int pointedRow) {
        nowNanos = presentNanos;
        cursorNanos = timeNanos;
        row = pointedRow;
        placeMarks();
    }

    void choose(double oneX, double otherX) {
        chosen.setVisible(oneX != otherX);
        double left = Math.clamp(Math.min(oneX, otherX), 0, surface.getWidth());
        chosen.resizeRelocate(
                left, 0, Math.clamp(Math.max(oneX, otherX), 0, surface.getWidth()) - left, surface.getHeight());
    }

    /** The node of it. */
    PlotSurface surface() {
        return surface;
    }

    private void placeMarks() {
        mark(now, nowNanos);
        mark(cursor, cursorNanos);
        int column = cursorNanos < 0 ? -1 : heat.column(cursorNanos);
        cell.setVisible(column >= 0 && row >= heat.fromRow() && row < heat.untilRow());
        if (cell.isVisible()) {
            double left = view.x((heat.first() + column) * heat.columnNanos(), surface.getWidth());
            double right = view.x((heat.first() + column + 1) * heat.columnNanos(), surface.getWidth());
            double top = HeatPainter.y(heat, LatencyHeat.ROWS.leastNanos(row + 1), surface.getHeight());
            double bottom = HeatPainter.y(heat, LatencyHeat.ROWS.leastNanos(row), surface.getHeight());
            cell.resizeRelocate(
                    Math.floor(left) - 1,
                    Math.floor(top) - 1,
                    Math.max(3, Math.ceil(right - left) + 2),
                    Math.max(3, Math.ceil(bottom - top) + 2));
        }
    }

    private void mark(Region mark, long timeNanos) {
        double x = Math.floor(view.x(timeNanos, surface.getWidth()));
        mark.setVisible(timeNanos >= 0 && x >= 0 && x <= surface.getWidth());
        mark.resizeRelocate(x, 0, 1, surface.getHeight());
    }

    private void paint(Ink ink, double width, double height) {
        HeatPainter.paint(ink, heat, history, view, surface.look(), width, height);
    }
}
