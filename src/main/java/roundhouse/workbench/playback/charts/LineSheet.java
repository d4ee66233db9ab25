package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.scale.ValueTicks;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.playback.charts.sheets.CsvText;
import roundhouse.workbench.playback.charts.sheets.SheetFrame;

/** A chart of lines over time, for a file: pictures have what is in sight, tables all that is stored. */
record LineSheet(String title, ChartModel chart, TimeView view, ChartLook look) implements ChartSheet {
    private static final double MARGIN = SheetFrame.MARGIN;
    private static final double HEAD = 44;
    private static final double FOOT = 20;
    private static final double SWATCH = 18;
    private static final double GAP = 6;

    @Override
    public String csv() {
        CsvText csv = new CsvText();
        csv.field(text("playback.time-s"));
        String unit = chart.unit().isEmpty() ? "" : " (" + chart.unit() + ")";
        for (ChartModel.Series line : chart.series()) {
            csv.field(line.name() + unit);
            if (line.band().most().length > 0) {
                csv.field(text("playback.least", line.name(), unit)).field(text("playback.most", line.name(), unit));
            }
        }
        csv.end();
        for (int i = 0; i < chart.length(); i++) {
            csv.field(chart.timeNanos(i) / 1e9);
            for (ChartModel.Series line : chart.series()) {
                csv.field(line.values()[i]);
                if (line.band().most().length > 0) {
                    boolean there = i < line.band().most().length;
                    csv.field(there ? line.band().least()[i] : Double.NaN);
                    csv.field(there ? line.band().most()[i] : Double.NaN);
                }
            }
            csv.end();
        }
        return csv.toString();
    }

    @Override
    public void paint(Ink ink, double width, double height) {
        double edge = chart.edge(view.fromNanos(), view.untilNanos());
        SheetFrame.head(ink, look, text("playback.up-to", title, chart.edgeText(edge)), width, height);
        legend(ink, width);
        double high = height - HEAD - FOOT - MARGIN;
        double left = MARGIN + values(ink, edge, high);
        double wide = width - left - MARGIN;
        ink.within(left, HEAD, wide, high, () -> ChartPainter.paint(ink, chart, view, edge, look, wide, high));
        SheetFrame.times(ink, look, view, left, HEAD + high + 3, wide);
    }

    /** The values left of the plot; returns how wide they are. */
    private double values(Ink ink, double edge, double height) {
        ValueTicks ticks = ValueTicks.of(edge, height);
        double widest = 0;
        for (int i = 0; i < ticks.count(); i++) {
            widest = Math.max(widest, SheetFrame.width(ticks.text(i)) + GAP);
        }
        for (int i = 0; i < ticks.count(); i++) {
            double x = MARGIN + widest - GAP - SheetFrame.width(ticks.text(i));
            SheetFrame.words(ink, look, ticks.text(i), x, HEAD + ValueTicks.y(ticks.value(i), edge, height));
        }
        return widest;
    }

    private void legend(Ink ink, double width) {
        double x = MARGIN;
        for (ChartModel.Series line : chart.series()) {
            ink.setStroke(MemberStroke.colour(line, look));
            ink.setLineWidth(2);
            ink.setLineDashes(MemberStroke.dashes(line));
            ink.strokeLine(x, HEAD - 10, x + SWATCH - 4, HEAD - 10);
            ink.setLineDashes();
            x = SheetFrame.words(ink, look, line.name(), x + SWATCH, HEAD - 10) + 12;
            if (x > width - MARGIN) {
                return;
            }
        }
    }
}
