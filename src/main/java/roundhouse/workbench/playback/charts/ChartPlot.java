package roundhouse.workbench.playback.charts;

import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.scale.ValueTicks;

/** The drawing of one chart over time, with marks for the present and the moment that is pointed at. */
public final class ChartPlot {
    private final PlotSurface surface = new PlotSurface(this::paint, this::placeMarks);
    private final Region ahead = surface.mark("chart-ahead");
    private final Region now = surface.mark("chart-now");
    private final Region cursor = surface.mark("chart-cursor");
    private final Region chosen = surface.mark("chart-chosen");
    private @Nullable ChartModel model;
    private double edge;
    private TimeView view = TimeView.whole(1);
    private long nowNanos;
    private long cursorNanos = -1;

    /** @param inSight what the whole width stands for */
    void show(ChartModel shown, TimeView inSight) {
        show(shown, inSight, shown.edge(inSight.fromNanos(), inSight.untilNanos()));
    }

    /** @param upper what the upper edge stands for */
    public void show(ChartModel shown, TimeView inSight, double upper) {
        if (!shown.equals(model) || !inSight.equals(view) || edge != upper) {
            model = shown;
            view = inSight;
            edge = upper;
            surface.redraw();
        }
    }

    /** Whether a line is drawn in the upper right corner of that size, px. */
    boolean reaches(double width, double height) {
        return model != null
                && model.isAbove(
                        ValueTicks.valueAt(height, edge, surface.getHeight()),
                        view.timeAt(surface.getWidth() - width, surface.getWidth()),
                        view.untilNanos());
    }

    /** Where the run stands, simulated nanoseconds: what is known beyond is paler. */
    public void now(long timeNanos) {
        nowNanos = timeNanos;
        placeMarks();
    }

    /** Marks a moment, simulated nanoseconds; -1 for none. */
    public void cursor(long timeNanos) {
        cursorNanos = timeNanos;
        placeMarks();
    }

    /** Marks a stretch that is being chosen, from one place to another; nothing if they are the same, px. */
    public void choose(double oneX, double otherX) {
        chosen.setVisible(oneX != otherX);
        double left = Math.clamp(Math.min(oneX, otherX), 0, surface.getWidth());
        chosen.resizeRelocate(
                left, 0, Math.clamp(Math.max(oneX, otherX), 0, surface.getWidth()) - left, surface.getHeight());
    }

    /** The node of it. */
    public PlotSurface surface() {
        return surface;
    }

    private void placeMarks() {
        double x = Math.floor(view.x(nowNanos, surface.getWidth()));
        long knownNanos = model == null ? 0 : model.timeNanos(model.length());
        double from = Math.clamp(x + 1, 0, surface.getWidth());
        double until = Math.clamp(Math.ceil(view.x(knownNanos, surface.getWidth())), 0, surface.getWidth());
        ahead.setVisible(until > from && knownNanos > nowNanos);
        ahead.resizeRelocate(from, 0, Math.max(0, until - from), surface.getHeight());
        mark(now, x, true);
        mark(cursor, Math.floor(view.x(cursorNanos, surface.getWidth())), cursorNanos >= 0);
    }

    private void mark(Region mark, double x, boolean there) {
        mark.setVisible(there && x >= 0 && x <= surface.getWidth());
        mark.resizeRelocate(x, 0, 1, surface.getHeight());
    }

    private void paint(Ink ink, double width, double height) {
        ChartModel shown = model;
        if (shown != null) {
            ChartPainter.paint(ink, shown, view, edge, surface.look(), width, height);
        }
    }
}
