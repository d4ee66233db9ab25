package roundhouse.workbench.playback.charts.latency;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import java.util.List;
import roundhouse.metrics.DurationBuckets;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.LatencyScale;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.playback.charts.sheets.CsvText;
import roundhouse.workbench.playback.charts.sheets.SheetFrame;

/** The histogram for a file; the table has the finest classes that are stored. */
record HistogramSheet(RunHistory history, HistogramModel histogram, ChartLook look) implements ChartSheet {
    private static final double HEAD = 44;
    private static final double FOOT = 36;

    @Override
    public String title() {
        return HistogramPane.KIND.title();
    }

    @Override
    public String csv() {
        CsvText csv = new CsvText();
        csv.field(text("playback.latency-from-ms"))
                .field(text("playback.latency-until-ms"))
                .field("requests")
                .end();
        List<int[]> counts = LatencyHeat.counts(history, histogram.fromNanos(), histogram.untilNanos());
        long[] sums = new LatencyRows(1).add(counts);
        for (int bucket = 0; bucket < DurationBuckets.COUNT; bucket++) {
            if (sums[bucket] > 0) {
                csv.field(DurationBuckets.leastNanos(bucket) / 1e6);
                csv.field(DurationBuckets.leastNanos(bucket + 1) / 1e6);
                csv.field(sums[bucket]).end();
            }
        }
        return csv.toString();
    }

    @Override
    public void paint(Ink ink, double width, double height) {
        String of = FigureText.clock(histogram.fromNanos()) + " to " + FigureText.clock(histogram.untilNanos());
        SheetFrame.head(ink, look, title() + ", " + of, width, height);
        SheetFrame.words(
                ink,
                look,
                String.join(" · ", Arrays.asList(histogram.text().split("\n"))),
                SheetFrame.MARGIN,
                HEAD - 12);
        double wide = width - 2 * SheetFrame.MARGIN;
        double high = height - HEAD - FOOT;
        ink.within(SheetFrame.MARGIN, HEAD, wide, high, () -> HistogramPainter.paint(ink, histogram, look, wide, high));
        if (histogram.total() > 0) {
            LatencyScale scale = new LatencyScale(
                    Math.max(1, HistogramModel.ROWS.leastNanos(histogram.fromRow())),
                    HistogramModel.ROWS.leastNanos(histogram.untilRow()));
            for (long nanos : scale.marks()) {
                String text = LatencyAxis.text(nanos);
                double x = SheetFrame.MARGIN + wide * histogram.place(nanos) - SheetFrame.width(text) / 2;
                SheetFrame.words(ink, look, text, x, HEAD + high + 10);
            }
        }
    }
}
