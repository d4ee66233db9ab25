package roundhouse.workbench.playback.charts.latency;

import javafx.scene.layout.Region;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.PlotSurface;

/** The drawing of a histogram, with a mark for the bar that is pointed at. */
final class HistogramPlot {
    private final PlotSurface surface = new PlotSurface(this::paint, this::placeMarks);
    private final Region bar = surface.mark("chart-cell");
    private HistogramModel histogram = HistogramModel.of(RunHistory.EMPTY, 0, 0);
    private int row = -1;

    void show(HistogramModel next) {
        histogram = next;
        surface.redraw();
    }

    void point(int pointedRow) {
        row = pointedRow;
        placeMarks();
    }

    /** The node of it. */
    PlotSurface surface() {
        return surface;
    }

    private void placeMarks() {
        bar.setVisible(histogram.total() > 0 && row >= histogram.fromRow() && row < histogram.untilRow());
        if (bar.isVisible()) {
            double left = Math.floor(surface.getWidth() * histogram.place(HistogramModel.ROWS.leastNanos(row)));
            double right = Math.floor(surface.getWidth() * histogram.place(HistogramModel.ROWS.leastNanos(row + 1)));
            bar.resizeRelocate(left - 1, 0, Math.max(3, right - left + 1), surface.getHeight());
        }
    }

    private void paint(Ink ink, double width, double height) {
        HistogramPainter.paint(ink, histogram, surface.look(), width, height);
    }
}
