package roundhouse.workbench.playback.charts;

import javafx.scene.paint.Color;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.Thinning;
import roundhouse.workbench.playback.charts.scale.TimeTicks;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.scale.ValueTicks;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/**
 * Paints the lines of a chart, on the screen or as SVG. A value that is made of several readings has a pale band from the least to the most of
 * them behind its line.
 */
public final class ChartPainter {
    private static final double BAND = 0.3;
    private static final double LINE = 1.5;
    private static final double TOP = 0.5;

    private final Ink ink;
    private final ChartModel chart;
    private final TimeView view;
    private final ChartLook look;
    private final double width;
    private final double bottom;
    private final double edge;
    private final int from;
    private final int until;

    private ChartPainter(
            Ink ink, ChartModel chart, TimeView view, double edge, ChartLook look, double width, double height) {
        this.ink = ink;
        this.chart = chart;
        this.view = view;
        this.look = look;
        this.width = width;
        bottom = Math.floor(height) - 0.5;
        this.edge = edge;
        from = Math.clamp(view.fromNanos() / chart.spanNanos(), 0, chart.length());
        until = Math.clamp(Math.ceilDiv(view.untilNanos(), chart.spanNanos()), from, chart.length());
    }

    /**
     * Paints what is in sight over that many pixels.
     *
     * @param edge what the upper edge stands for
     */
    public static void paint(
            Ink ink, ChartModel chart, TimeView view, double edge, ChartLook look, double width, double height) {
        new ChartPainter(ink, chart, view, edge, look, width, height).paint();
    }

    private void paint() {
        ink.setLineWidth(1);
        ink.setStroke(look.grid());
        ink.strokeLine(0, TOP, width, TOP);
        ink.strokeLine(0, bottom, width, bottom);
        TimeTicks ticks = TimeTicks.of(view, width);
        for (int i = 0; i < ticks.count(); i++) {
            double x = Math.min(width - 0.5, Math.floor(view.x(ticks.timeNanos(i), width)) + 0.5);
            ink.strokeLine(x, TOP, x, bottom);
        }
        ValueTicks values = ValueTicks.of(edge, bottom + 0.5);
        for (int i = 0; i < values.count(); i++) {
            double y = Math.floor(ValueTicks.y(values.value(i), edge, bottom + 0.5)) + 0.5;
            ink.strokeLine(0, y, width, y);
        }
        for (ChartModel.Series line : chart.series()) {
            paint(line);
        }
        ink.setGlobalAlpha(1);
        ink.setLineDashes();
    }

    private void paint(ChartModel.Series line) {
        double[] values = line.values();
        int first = from;
        while (first < until) {
            if (Double.isNaN(values[first])) {
                first++;
                continue;
            }
            int end = first;
            while (end < until && !Double.isNaN(values[end])) {
                end++;
            }
            stretch(line, first, end);
            first = end;
        }
    }

    /** A part of a line without gaps. */
    private void stretch(ChartModel.Series line, int first, int end) {
        int[] drawn = Thinning.of(line.values(), first, end, perColumn());
        double[] xs = new double[drawn.length + 2];
        double[] ys = new double[drawn.length + 2];
        int count = points(line.values(), drawn, xs, ys, 0);
        if (count == 1) {
            xs[1] = xs[0];
            ys[1] = ys[0];
            xs[0] -= 2;
            count = 2;
        }
        if (line.role() == 0 && look.area().getOpacity() > 0) {
            double[] areaXs = new double[count + 2];
            double[] areaYs = new double[count + 2];
            System.arraycopy(xs, 0, areaXs, 0, count);
            System.arraycopy(ys, 0, areaYs, 0, count);
            areaXs[count] = xs[count - 1];
            areaXs[count + 1] = xs[0];
            areaYs[count] = bottom - 1;
            areaYs[count + 1] = bottom - 1;
            ink.setFill(look.area());
            ink.fillPolygon(areaXs, areaYs, count + 2);
        }
        Color colour = MemberStroke.colour(line, look);
        band(line, first, end, colour);
        ink.setStroke(colour);
        ink.setLineWidth(LINE);
        ink.setLineDashes(MemberStroke.dashes(line));
        ink.strokePolyline(xs, ys, count);
        ink.setLineDashes();
    }

    private void band(ChartModel.Series line, int first, int end, Color colour) {
        Band band = line.band();
        int until = Math.min(end, band.most().length);
        int at = first;
        while (at < until) {
            if (Double.isNaN(band.most()[at])) {
                at++;
                continue;
            }
            int to = at;
            boolean wide = false;
            while (to < until && !Double.isNaN(band.most()[to])) {
                wide |= band.isWide(to);
                to++;
            }
            if (wide) {
                int[] upper = Thinning.of(band.most(), at, to, perColumn());
                int[] lower = Thinning.of(band.least(), at, to, perColumn());
                double[] xs = new double[upper.length + lower.length];
                double[] ys = new double[xs.length];
                int count = points(band.most(), upper, xs, ys, 0);
                for (int i = 0, j = lower.length - 1; i < j; i++, j--) {
                    int left = lower[i];
                    lower[i] = lower[j];
                    lower[j] = left;
                }
                count = points(band.least(), lower, xs, ys, count);
                ink.setFill(colour.deriveColor(0, 1, 1, BAND));
                ink.fillPolygon(xs, ys, count);
            }
            at = to;
        }
    }

    private int points(double[] values, int[] places, double[] xs, double[] ys, int count) {
        int next = count;
        for (int place : places) {
            xs[next] = Math.clamp(view.x(chart.timeNanos(place) + chart.spanNanos() / 2, width), 0, width);
            ys[next] = ValueTicks.y(values[place], edge, bottom + 0.5);
            next++;
        }
        return next;
    }

    /** How many values a pixel has. */
    private double perColumn() {
        return view.lengthNanos() / Math.max(1, width) / chart.spanNanos();
    }
}
