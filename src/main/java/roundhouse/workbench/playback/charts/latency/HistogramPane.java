package roundhouse.workbench.playback.charts.latency;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.ChartOrigins;
import roundhouse.workbench.playback.charts.ChartPicture;
import roundhouse.workbench.playback.charts.ChartsModel;
import roundhouse.workbench.playback.charts.HoverBox;
import roundhouse.workbench.playback.charts.PaneKind;
import roundhouse.workbench.playback.charts.Stretch;
import roundhouse.workbench.playback.charts.scale.LatencyScale;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.texts.Texts;

/** The histogram of latencies: of the stretch that is chosen below the charts, or of what is in sight. */
public final class HistogramPane implements ChartPicture {
    public static final PaneKind KIND = new PaneKind(
            Texts.text("playback.latency-histogram"),
            Texts.text("playback.histogram"),
            "chart-histogram",
            false,
            (charts, hover, _) -> new HistogramPane(charts, hover));

    private final ChartsModel charts;
    private final HoverBox hover;
    private final HistogramPlot plot = new HistogramPlot();
    private final LatencyAxis axis = new LatencyAxis(false);
    private final VBox drawing = new VBox(plot.surface(), axis);
    private HistogramModel histogram = HistogramModel.of(RunHistory.EMPTY, 0, 0);
    private int row = -1;

    private HistogramPane(ChartsModel charts, HoverBox hover) {
        this.charts = charts;
        this.hover = hover;
        VBox.setVgrow(plot.surface(), Priority.ALWAYS);
        plot.surface()
                .setOnMouseMoved(event -> point(histogram.row(event.getX() / Math.max(1, width())), event.getY()));
        plot.surface().setOnMouseExited(_ -> leave());
    }

    private double width() {
        return plot.surface().getWidth();
    }

    @Override
    public Region node() {
        return drawing;
    }

    @Override
    public List<Node> below() {
        return List.of();
    }

    @Override
    public String help() {
        return Texts.text("playback.left-and-right-point-at-a");
    }

    private void leave() {
        row = -1;
        plot.point(row);
        hover.hide();
    }

    @Override
    public void refresh() {
        Optional<Stretch.Span> stretch = charts.stretch();
        histogram = HistogramModel.of(
                charts.history(),
                stretch.map(Stretch.Span::fromNanos).orElse(charts.view().fromNanos()),
                stretch.map(Stretch.Span::untilNanos).orElse(charts.view().untilNanos()));
        plot.show(histogram);
        plot.point(row);
        List<Long> marks = histogram.total() == 0
                ? List.of()
                : new LatencyScale(
                                Math.max(1, HistogramModel.ROWS.leastNanos(histogram.fromRow())),
                                HistogramModel.ROWS.leastNanos(histogram.untilRow()))
                        .marks();
        axis.show(marks, nanos -> histogram.place(nanos));
    }

    @Override
    public void moved() {}

    @Override
    public String text() {
        boolean part = charts.stretch().isPresent() || !charts.view().isWhole();
        String stretch = FigureText.clock(histogram.fromNanos()) + " to " + FigureText.clock(histogram.untilNanos());
        return histogram.text() + (part ? "\n" + stretch : "");
    }

    private void point(int pointed, double y) {
        if (histogram.total() == 0) {
            return;
        }
        row = Math.clamp(pointed, histogram.fromRow(), histogram.untilRow() - 1);
        plot.point(row);
        long count = histogram.counts()[row];
        long middle = (HistogramModel.ROWS.leastNanos(row) + HistogramModel.ROWS.leastNanos(row + 1)) / 2;
        hover.show(
                HistogramModel.ROWS.text(row),
                List.of(
                        HoverBox.row("requests", FigureText.count(count), ""),
                        HoverBox.row(
                                Texts.text("playback.of-all"),
                                FigureText.percent((double) count / histogram.total()),
                                ""),
                        HoverBox.row(Texts.text("playback.up-to-here"), FigureText.percent(histogram.below(row)), "")),
                plot.surface(),
                width() * histogram.place(middle),
                y);
    }

    @Override
    public boolean pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT ->
                point(
                        row < 0 ? histogram.untilRow() - 1 : row - 1,
                        plot.surface().getHeight() / 2);
            case RIGHT ->
                point(row < 0 ? histogram.fromRow() : row + 1, plot.surface().getHeight() / 2);
            case ESCAPE -> leave();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public Origin origin() {
        return ChartOrigins.LATENCIES;
    }

    @Override
    public ChartSheet sheet() {
        return new HistogramSheet(charts.history(), histogram, plot.surface().look());
    }
}
