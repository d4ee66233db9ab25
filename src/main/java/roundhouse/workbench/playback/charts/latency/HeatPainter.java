package roundhouse.workbench.playback.charts.latency;

import java.util.List;
import javafx.scene.paint.Color;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.Thinning;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** Paints a heat map of latencies: cells the stronger the more requests they have, and the percentiles as lines over them. */
final class HeatPainter {
    /** The percentiles are told apart by their strokes, px drawn and left out. */
    private static final List<double[]> DASHES = List.of(new double[] {}, new double[] {6, 3}, new double[] {2, 3});

    /** Behind a line so that it can be seen on every cell. */
    private static final double HALO = 3.5;

    static final List<String> NAMES = List.of("p50", "p95", "p99");

    private HeatPainter() {}

    static void paint(
            Ink ink, LatencyHeat heat, RunHistory history, TimeView view, ChartLook look, double width, double height) {
        ink.setLineWidth(1);
        ink.setStroke(look.grid());
        ink.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 0, 0);
        if (heat.isEmpty()) {
            return;
        }
        for (int column = 0; column < heat.cells().length; column++) {
            double left = view.x((heat.first() + column) * heat.columnNanos(), width);
            double right = view.x((heat.first() + column + 1) * heat.columnNanos(), width);
            // Whole pixels, so that no seams are seen between cells.
            double from = Math.clamp(Math.floor(left), 0, width);
            double until = Math.clamp(Math.max(from + 1, Math.floor(right)), 0, width);
            for (int row = heat.fromRow(); row < heat.untilRow(); row++) {
                long count = heat.count(column, row);
                if (count > 0) {
                    double top = Math.floor(y(heat, LatencyHeat.ROWS.leastNanos(row + 1), height));
                    double bottom = Math.floor(y(heat, LatencyHeat.ROWS.leastNanos(row), height));
                    ink.setFill(colour(look, heat.strength(count)));
                    ink.fillRect(from, top, until - from, Math.max(1, bottom - top));
                }
            }
        }
        List<long[]> percentiles = List.of(history.p50Nanos(), history.p95Nanos(), history.p99Nanos());
        for (int i = 0; i < percentiles.size(); i++) {
            line(ink, heat, history.spanNanos(), percentiles.get(i), DASHES.get(i), view, look, width, height);
        }
    }

    /** Of a cell, by how strong it is. */
    static Color colour(ChartLook look, double strength) {
        return look.ground().interpolate(look.lines().getFirst(), strength);
    }

    /** The stroke of a percentile. */
    static double[] dashes(int percentile) {
        return DASHES.get(percentile).clone();
    }

    static double y(LatencyHeat heat, long nanos, double height) {
        return height * (1 - Math.clamp(heat.place(nanos), 0, 1));
    }

    private static void line(
            Ink ink,
            LatencyHeat heat,
            long spanNanos,
            long[] nanos,
            double[] dashes,
            TimeView view,
            ChartLook look,
            double width,
            double height) {
        int first = Math.clamp(view.fromNanos() / spanNanos, 0, nanos.length);
        int until = Math.clamp(Math.ceilDiv(view.untilNanos(), spanNanos), first, nanos.length);
        double[] values = new double[nanos.length];
        for (int i = first; i < until; i++) {
            values[i] = (double) nanos[i];
        }
        double perColumn = view.lengthNanos() / Math.max(1, width) / spanNanos;
        int at = first;
        while (at < until) {
            int end = at;
            while (end < until && nanos[end] > 0) {
                end++;
            }
            if (end - at > 1) {
                int[] places = Thinning.of(values, at, end, perColumn);
                double[] xs = new double[places.length];
                double[] ys = new double[places.length];
                for (int i = 0; i < places.length; i++) {
                    xs[i] = view.x(places[i] * spanNanos + spanNanos / 2, width);
                    ys[i] = y(heat, nanos[places[i]], height);
                }
                ink.setStroke(look.ground().deriveColor(0, 1, 1, 0.7));
                ink.setLineWidth(HALO);
                ink.strokePolyline(xs, ys, places.length);
                ink.setStroke(look.lines().getLast());
                ink.setLineWidth(1.3);
                ink.setLineDashes(dashes);
                ink.strokePolyline(xs, ys, places.length);
                ink.setLineDashes();
            }
            at = Math.max(end, at + 1);
        }
    }
}
