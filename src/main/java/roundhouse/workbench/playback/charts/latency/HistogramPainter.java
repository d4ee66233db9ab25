package roundhouse.workbench.playback.charts.latency;

import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.SheetFrame;

/** Paints a histogram of latencies with its percentiles as lines that say their names. */
final class HistogramPainter {
    private static final double ROOM = 14;

    private HistogramPainter() {}

    static void paint(Ink ink, HistogramModel histogram, ChartLook look, double width, double height) {
        ink.setStroke(look.grid());
        ink.setLineWidth(1);
        ink.strokeLine(0, height - 0.5, width, height - 0.5);
        if (histogram.total() == 0) {
            return;
        }
        ink.setFill(look.lines().getFirst());
        for (int row = histogram.fromRow(); row < histogram.untilRow(); row++) {
            if (histogram.counts()[row] > 0) {
                double left = Math.floor(width * histogram.place(HistogramModel.ROWS.leastNanos(row)));
                double right = Math.floor(width * histogram.place(HistogramModel.ROWS.leastNanos(row + 1)));
                // One request among a million is seen, too.
                double high = Math.max(1, (height - ROOM - 1) * histogram.counts()[row] / histogram.most());
                ink.fillRect(left, height - 1 - high, Math.max(1, right - left - 1), high);
            }
        }
        double free = 0;
        for (int i = 0; i < histogram.percentiles().size(); i++) {
            double x =
                    Math.floor(width * histogram.place(histogram.percentiles().get(i))) + 0.5;
            ink.setStroke(look.lines().getLast());
            ink.setLineDashes(4, 3);
            ink.strokeLine(x, 2, x, height - 1);
            ink.setLineDashes();
            String name = HistogramModel.name(HistogramModel.PERCENTS.get(i));
            double wide = SheetFrame.width(name);
            double at = x + 3 + wide > width ? x - 3 - wide : x + 3;
            if (at >= free) {
                SheetFrame.words(ink, look, name, at, ROOM / 2);
                free = at + wide + 3;
            }
        }
    }
}
