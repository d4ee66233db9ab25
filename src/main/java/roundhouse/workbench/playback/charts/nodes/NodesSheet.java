package roundhouse.workbench.playback.charts.nodes;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.ChartModel;
import roundhouse.workbench.playback.charts.ChartPainter;
import roundhouse.workbench.playback.charts.scale.TimeView;
import roundhouse.workbench.playback.charts.sheets.ChartLook;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.playback.charts.sheets.CsvText;
import roundhouse.workbench.playback.charts.sheets.SheetFrame;

/** Small charts of all nodes for a file. */
record NodesSheet(NodesModel model, TimeView view, ChartLook look) implements ChartSheet {
    private static final double HEAD = 34;
    private static final double FOOT = 20;
    private static final double NAME = 16;
    private static final double GAP = 10;

    @Override
    public String title() {
        return text("playback.each-node-2", model.figure().title().toLowerCase(Locale.ROOT));
    }

    @Override
    public String csv() {
        CsvText csv = new CsvText();
        String unit =
                model.figure().unit().isEmpty() ? "" : " (" + model.figure().unit() + ")";
        csv.field(text("playback.time-s"));
        for (NodesModel.NodeChart node : model.nodes()) {
            csv.field(text("playback.mean-2", node.title(), unit));
            csv.field(text("playback.least", node.title(), unit));
            csv.field(text("playback.most", node.title(), unit));
        }
        csv.end();
        int length = model.nodes().stream()
                .mapToInt(node -> node.chart().length())
                .max()
                .orElse(0);
        for (int i = 0; i < length; i++) {
            csv.field(model.nodes().getFirst().chart().timeNanos(i) / 1e9);
            for (NodesModel.NodeChart node : model.nodes()) {
                ChartModel.Series line = node.chart().series().getFirst();
                csv.field(line.values()[i]);
                csv.field(line.band().least()[i]);
                csv.field(line.band().most()[i]);
            }
            csv.end();
        }
        return csv.toString();
    }

    @Override
    public void paint(Ink ink, double width, double height) {
        String upTo = model.nodes().isEmpty()
                ? ""
                : text("playback.all-up-to-2", model.nodes().getFirst().chart().edgeText(model.edge()));
        SheetFrame.head(ink, look, title() + upTo, width, height);
        int count = Math.max(1, model.nodes().size());
        int columns = (int) Math.ceil(Math.sqrt(count));
        int rows = Math.ceilDiv(count, columns);
        double wide = (width - 2 * SheetFrame.MARGIN - (columns - 1) * GAP) / columns;
        double high = (height - HEAD - FOOT - SheetFrame.MARGIN) / rows - NAME - GAP / 2;
        for (int i = 0; i < model.nodes().size(); i++) {
            NodesModel.NodeChart node = model.nodes().get(i);
            double x = SheetFrame.MARGIN + (double) (i % columns) * (wide + GAP);
            double y = HEAD + Math.floorDiv(i, columns) * (high + NAME + GAP / 2);
            SheetFrame.words(ink, look, node.title(), x, y + NAME / 2);
            ink.within(
                    x,
                    y + NAME,
                    wide,
                    high,
                    () -> ChartPainter.paint(ink, node.chart(), view, model.edge(), look, wide, high));
        }
        SheetFrame.times(ink, look, view, SheetFrame.MARGIN, height - FOOT, wide);
    }
}
