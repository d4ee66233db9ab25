package roundhouse.workbench.playback.charts.latency;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.ChartOrigins;
import roundhouse.workbench.playback.charts.ChartPicture;
import roundhouse.workbench.playback.charts.ChartsModel;
import roundhouse.workbench.playback.charts.HoverBox;
import roundhouse.workbench.playback.charts.PaneKind;
import roundhouse.workbench.playback.charts.PlotPointer;
import roundhouse.workbench.playback.charts.scale.LatencyScale;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.texts.Texts;

/** The heat map of latencies over time. The mouse or the arrow keys point at a cell. */
public final class HeatPane implements ChartPicture {
    public static final PaneKind KIND = new PaneKind(
            Texts.text("playback.latency-heat-map"),
            Texts.text("playback.heat-map"),
            "chart-heat",
            true,
            HeatPane::new);

    /** A column is this wide at least, px. */
    private static final double COLUMN = 3;

    private static final double LEGEND = 120;

    private final ChartsModel charts;
    private final HoverBox hover;
    private final Runnable changed;
    private final HeatPlot plot = new HeatPlot();
    private final LatencyAxis axis = new LatencyAxis(true);
    private final HeatLegend legend = new HeatLegend();
    private LatencyHeat heat;
    private RunHistory drawn = RunHistory.EMPTY;
    private int row = -1;

    private HeatPane(ChartsModel charts, HoverBox hover, Runnable changed) {
        this.charts = charts;
        this.hover = hover;
        this.changed = changed;
        heat = LatencyHeat.of(RunHistory.EMPTY, charts.view(), 1);
        legend.setPrefWrapLength(LEGEND);
        plot.surface().onLook(() -> legend.show(heat, plot.surface().look()));
        PlotPointer.install(plot.surface(), charts, plot::choose, this::point);
        plot.surface().widthProperty().subscribe(() -> {
            refresh();
            changed.run();
        });
    }

    @Override
    public Region node() {
        return plot.surface();
    }

    @Override
    public List<Node> below() {
        return List.of(legend);
    }

    @Override
    public List<Region> scale() {
        return List.of(axis);
    }

    @Override
    public String help() {
        return Texts.text("playback.arrow-keys-point-at-a");
    }

    @Override
    public void refresh() {
        drawn = charts.history();
        heat = LatencyHeat.of(drawn, charts.view(), (int) (plot.surface().getWidth() / COLUMN));
        plot.show(heat, drawn, charts.view());
        legend.show(heat, plot.surface().look());
        List<Long> marks = heat.isEmpty()
                ? List.of()
                : new LatencyScale(
                                Math.max(1, LatencyHeat.ROWS.leastNanos(heat.fromRow())),
                                LatencyHeat.ROWS.leastNanos(heat.untilRow()))
                        .marks();
        axis.show(marks, nanos -> heat.place(nanos));
        moved();
    }

    @Override
    public void moved() {
        plot.point(charts.nowNanos(), charts.cursor().get(), row);
    }

    @Override
    public String text() {
        long at = charts.cursor().get();
        int column = at < 0 ? -1 : heat.column(at);
        if (heat.isEmpty()) {
            return Texts.text("playback.no-request-ended-well-yet");
        }
        if (column < 0) {
            return Texts.text("playback.at-most-a-cell", FigureText.count(heat.most()));
        }
        return row < 0 ? Texts.text("playback.requests", FigureText.count(heat.total(column))) : cell(column);
    }

    private void show() {
        moved();
        changed.run();
    }

    private String cell(int column) {
        return FigureText.count(heat.count(column, row)) + " in " + LatencyHeat.ROWS.text(row);
    }

    private void point(double x, double y) {
        if (x < 0) {
            row = -1;
            hover.hide();
            show();
            return;
        }
        row = heat.isEmpty() ? -1 : heat.row(1 - y / Math.max(1, plot.surface().getHeight()));
        show();
        tell(x, y);
    }

    /** Says what is in the cell that is pointed at, and in all of its column. */
    private void tell(double x, double y) {
        long at = charts.cursor().get();
        int column = at < 0 ? -1 : heat.column(at);
        if (column < 0 || row < 0) {
            hover.hide();
            return;
        }
        long fromNanos = (heat.first() + column) * heat.columnNanos();
        long total = heat.total(column);
        List<int[]> counts = LatencyHeat.counts(drawn, fromNanos, fromNanos + heat.columnNanos());
        List<HoverBox.Row> rows = new ArrayList<>();
        rows.add(HoverBox.row(
                LatencyHeat.ROWS.text(row),
                FigureText.count(heat.count(column, row)),
                total == 0
                        ? ""
                        : FigureText.percent((double) heat.count(column, row) / total) + " of "
                                + FigureText.count(total)));
        if (total > 0) {
            rows.add(HoverBox.row("quicker", FigureText.count(heat.below(column, row)), ""));
            for (double percent : new double[] {50, 95, 99}) {
                rows.add(HoverBox.row(
                        HistogramModel.name(percent),
                        FigureText.duration(LatencyRows.percentileNanos(counts, percent)),
                        ""));
            }
        }
        hover.show(
                FigureText.clock(fromNanos) + " to " + FigureText.clock(fromNanos + heat.columnNanos()),
                rows,
                plot.surface(),
                x,
                y);
    }

    @Override
    public boolean pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> go(event, -1, 0);
            case RIGHT -> go(event, 1, 0);
            case UP -> go(event, 0, 1);
            case DOWN -> go(event, 0, -1);
            case ENTER -> {
                if (charts.cursor().get() >= 0) {
                    charts.goTo(charts.cursor().get());
                }
            }
            case ESCAPE -> {
                row = -1;
                charts.cursor().set(-1);
                hover.hide();
                show();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void go(KeyEvent event, int columns, int rows) {
        if (heat.isEmpty()) {
            return;
        }
        if (event.isShiftDown()) {
            charts.look(view -> view.moved(columns * 0.25));
            return;
        }
        long at = charts.cursor().get() < 0
                ? charts.nowNanos() - 1
                : charts.cursor().get();
        int from = heat.column(at) < 0 ? heat.cells().length - 1 : heat.column(at);
        int column = Math.clamp(from + (long) columns, 0, heat.cells().length - 1);
        row = Math.clamp((row < 0 ? heat.fromRow() : row) + (long) rows, heat.fromRow(), heat.untilRow() - 1);
        charts.cursor().set((heat.first() + column) * heat.columnNanos() + heat.columnNanos() / 2);
        show();
        Region shown = plot.surface();
        tell(
                charts.view().x(charts.cursor().get(), shown.getWidth()),
                HeatPainter.y(heat, LatencyHeat.ROWS.leastNanos(row), shown.getHeight()));
    }

    @Override
    public Origin origin() {
        return ChartOrigins.LATENCIES_OVER_TIME;
    }

    @Override
    public ChartSheet sheet() {
        return new HeatSheet(charts.history(), charts.view(), plot.surface().look());
    }
}
