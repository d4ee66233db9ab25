package roundhouse.workbench.playback.charts.latency;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import roundhouse.metrics.DurationBuckets;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.LatencyScale;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.playback.charts.sheets.CsvText;
import roundhouse.workbench.playback.charts.sheets.SheetFrame;

/** The heat map for a file: the picture of what is in sight, the table of every span and class of latency that has any request. */
record HeatSheet(RunHistory history, TimeView view, ChartLook look) implements ChartSheet {
    private static final double LEFT = 70;
    private static final double HEAD = 44;
    private static final double FOOT = 36;
    private static final double COLUMN = 3;

    @Override
    public String title() {
        return HeatPane.KIND.title();
    }

    @Override
    public String csv() {
        CsvText csv = new CsvText();
        csv.field(text("playback.time-s"))
                .field(text("playback.latency-from-ms"))
                .field(text("playback.latency-until-ms"))
                .field("requests")
                .end();
        for (int span = 0; span < history.latencies().length; span++) {
            int[] counts = history.latencies()[span];
            for (int bucket = 0; bucket < counts.length; bucket++) {
                if (counts[bucket] > 0) {
                    csv.field(span * history.spanNanos() / 1e9);
                    csv.field(DurationBuckets.leastNanos(bucket) / 1e6);
                    csv.field(DurationBuckets.leastNanos(bucket + 1) / 1e6);
                    csv.field(counts[bucket]).end();
                }
            }
        }
        return csv.toString();
    }

    @Override
    public void paint(Ink ink, double width, double height) {
        SheetFrame.head(ink, look, title(), width, height);
        double wide = width - LEFT - SheetFrame.MARGIN;
        double high = height - HEAD - FOOT;
        LatencyHeat heat = LatencyHeat.of(history, view, (int) (wide / COLUMN));
        ink.within(LEFT, HEAD, wide, high, () -> HeatPainter.paint(ink, heat, history, view, look, wide, high));
        SheetFrame.times(ink, look, view, LEFT, HEAD + high + 3, wide);
        if (heat.isEmpty()) {
            return;
        }
        LatencyScale scale = new LatencyScale(
                Math.max(1, LatencyHeat.ROWS.leastNanos(heat.fromRow())), LatencyHeat.ROWS.leastNanos(heat.untilRow()));
        for (long nanos : scale.marks()) {
            String text = LatencyAxis.text(nanos);
            SheetFrame.words(
                    ink, look, text, LEFT - 6 - SheetFrame.width(text), HEAD + HeatPainter.y(heat, nanos, high));
        }
        double x = LEFT;
        double y = HEAD - 12;
        for (long count : HeatLegend.counts(heat.most())) {
            ink.setFill(HeatPainter.colour(look, heat.strength(count)));
            ink.fillRect(x, y - 5, 10, 10);
            x = SheetFrame.words(ink, look, FigureText.count(count), x + 14, y) + 10;
        }
        x = SheetFrame.words(ink, look, "requests", x - 6, y) + 16;
        for (int i = 0; i < HeatPainter.NAMES.size(); i++) {
            ink.setStroke(look.lines().getLast());
            ink.setLineWidth(1.3);
            ink.setLineDashes(HeatPainter.dashes(i));
            ink.strokePolyline(new double[] {x, x + 18}, new double[] {y, y}, 2);
            ink.setLineDashes();
            x = SheetFrame.words(ink, look, HeatPainter.NAMES.get(i), x + 22, y) + 10;
        }
    }

    /** How many rows the table has, without its heading. */
    long rows() {
        return Arrays.stream(history.latencies())
                .mapToLong(counts ->
                        Arrays.stream(counts).filter(count -> count > 0).count())
                .sum();
    }
}
