package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The drawing of one chart. Drawn when what it shows has changed, in colours that CSS gives. */
final class ChartPlot extends Region {
    private static final StyleablePropertyFactory<ChartPlot> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ChartPlot, Paint> GRID =
            FACTORY.createPaintCssMetaData("-rh-chart-grid", plot -> plot.grid, Color.LIGHTGREY);
    private static final CssMetaData<ChartPlot, Paint> LABEL =
            FACTORY.createPaintCssMetaData("-rh-chart-label", plot -> plot.label, Color.GREY);
    private static final CssMetaData<ChartPlot, Paint> AREA =
            FACTORY.createPaintCssMetaData("-rh-chart-area", plot -> plot.area, Color.TRANSPARENT);
    private static final List<CssMetaData<ChartPlot, Paint>> LINES = List.of(
            FACTORY.createPaintCssMetaData("-rh-chart-line-1", plot -> plot.lines.get(0), Color.GREY),
            FACTORY.createPaintCssMetaData("-rh-chart-line-2", plot -> plot.lines.get(1), Color.GREY),
            FACTORY.createPaintCssMetaData("-rh-chart-line-3", plot -> plot.lines.get(2), Color.GREY));

    private static final double LEGEND_ROOM = 13;
    private static final double LEGEND_STROKE = 14;
    private static final double LEGEND_GAP = 9;

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Paint> grid = paint(GRID);
    private final StyleableObjectProperty<Paint> label = paint(LABEL);
    private final StyleableObjectProperty<Paint> area = paint(AREA);
    private final List<StyleableObjectProperty<Paint>> lines =
            LINES.stream().map(this::paint).toList();
    private final Region ahead = mark("chart-ahead");
    private final Region now = mark("chart-now");
    private final Region cursor = mark("chart-cursor");
    private @Nullable ChartModel model;
    private long spanNanos = 1;
    private long nowNanos;
    private long cursorNanos = -1;
    private boolean stale = true;

    ChartPlot() {
        getStyleClass().add("chart-plot");
        getChildren().addAll(canvas, ahead, now, cursor);
        canvas.setManaged(false);
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        return mark;
    }

    /** @param shownSpanNanos what the whole width stands for, simulated nanoseconds */
    void show(ChartModel shown, long shownSpanNanos) {
        model = shown;
        spanNanos = shownSpanNanos;
        redraw();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    /** Where the run stands, simulated nanoseconds: what is known beyond is paler. */
    void now(long timeNanos) {
        nowNanos = timeNanos;
        placeMarks();
    }

    /** Marks a moment, simulated nanoseconds; -1 for none. */
    void cursor(long timeNanos) {
        cursorNanos = timeNanos;
        placeMarks();
    }

    /** The moment at a place across the plot, simulated nanoseconds. */
    long timeAt(double x) {
        return (long) (Math.clamp(x / Math.max(1, getWidth()), 0, 1) * spanNanos);
    }

    private void placeMarks() {
        double x = Math.floor(x(nowNanos));
        long knownNanos = model == null ? 0 : Math.min(spanNanos, model.timeNanos(model.length()));
        ahead.setVisible(knownNanos > nowNanos);
        ahead.resizeRelocate(x + 1, 0, Math.max(0, Math.ceil(x(knownNanos)) - x), getHeight());
        now.resizeRelocate(x, 0, 1, getHeight());
        cursor.setVisible(cursorNanos >= 0);
        cursor.resizeRelocate(Math.floor(x(cursorNanos)), 0, 1, getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (stale || canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            stale = false;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw(canvas.getGraphicsContext2D());
        }
        placeMarks();
    }

    private void draw(GraphicsContext g) {
        double width = getWidth();
        double height = getHeight();
        g.clearRect(0, 0, width, height);
        ChartModel shown = model;
        if (shown == null || height < 4) {
            return;
        }
        g.setLineWidth(1);
        g.setStroke(grid.get());
        double top = 0.5;
        double bottom = Math.floor(height) - 0.5;
        g.strokeLine(0, top, width, top);
        g.strokeLine(0, bottom, width, bottom);
        TimeTicks ticks = TimeTicks.of(spanNanos, width);
        for (int i = 0; i < ticks.count(); i++) {
            double x = Math.min(width - 0.5, Math.floor(x(ticks.timeNanos(i))) + 0.5);
            g.strokeLine(x, top, x, bottom);
        }
        g.setLineJoin(StrokeLineJoin.ROUND);
        for (int i = 0; i < shown.series().size(); i++) {
            line(g, shown, i, top, bottom - 1);
        }
        g.setFill(label.get());
        g.setFont(Font.font(Font.getDefault().getFamily(), 10));
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.BOTTOM);
        legend(g, shown);
    }

    /** The names of several lines, each after a stroke of its colour, at the right; those for which there is room. */
    private void legend(GraphicsContext g, ChartModel shown) {
        if (shown.series().size() < 2 && !shown.named()) {
            return;
        }
        double y = LEGEND_ROOM;
        double room = getWidth() / 2;
        double x = getWidth();
        for (int i = shown.series().size() - 1; i >= 0; i--) {
            String name = shown.series().get(i).name();
            double entry = width(g, name) + LEGEND_STROKE + LEGEND_GAP;
            room -= entry;
            if (room < 0) {
                return;
            }
            x -= entry;
            g.clearRect(x + LEGEND_GAP / 2, 1, entry, y);
            g.fillText(name, x + LEGEND_STROKE + LEGEND_GAP, y);
            g.setStroke(colour(shown, i));
            g.setLineWidth(2);
            g.setLineDashes(MemberStroke.dashes(shown.series().get(i)));
            g.strokeLine(x + LEGEND_GAP - 3, y - 5, x + LEGEND_GAP - 3 + LEGEND_STROKE, y - 5);
            g.setLineDashes();
        }
    }

    private static double width(GraphicsContext g, String text) {
        Text measured = new Text(text);
        measured.setFont(g.getFont());
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    private Paint colour(ChartModel shown, int which) {
        ChartModel.Series series = shown.series().get(which);
        return series.server() >= 0
                ? MemberStroke.colour(series, isDark())
                : lines.get(series.role()).get();
    }

    private boolean isDark() {
        return label.get() instanceof Color ink && ink.getBrightness() > 0.5;
    }

    private void line(GraphicsContext g, ChartModel shown, int which, double top, double bottom) {
        ChartModel.Series series = shown.series().get(which);
        boolean filled = series.role() == 0 && !Color.TRANSPARENT.equals(area.get());
        double[] values = series.values();
        int from = 0;
        while (from < values.length) {
            if (Double.isNaN(values[from])) {
                from++;
                continue;
            }
            int to = from;
            while (to < values.length && !Double.isNaN(values[to])) {
                to++;
            }
            if (filled) {
                path(g, shown, values, from, to, top, bottom);
                g.lineTo(middle(shown, to - 1), bottom);
                g.lineTo(middle(shown, from), bottom);
                g.closePath();
                g.setFill(area.get());
                g.fill();
            }
            g.setLineDashes(MemberStroke.dashes(series));
            path(g, shown, values, from, to, top, bottom);
            g.setStroke(colour(shown, which));
            g.setLineWidth(1.5);
            g.stroke();
            g.setLineDashes();
            from = to;
        }
    }

    private void path(
            GraphicsContext g, ChartModel shown, double[] values, int from, int to, double top, double bottom) {
        g.beginPath();
        for (int i = from; i < to; i++) {
            double y = bottom - (bottom - top) * Math.min(1, values[i] / shown.max());
            if (i == from) {
                g.moveTo(middle(shown, i) - (to - from == 1 ? 2 : 0), y);
            }
            g.lineTo(middle(shown, i), y);
        }
    }

    /** Where the middle of a value's span is. */
    private double middle(ChartModel shown, int index) {
        return x(shown.timeNanos(index) + shown.spanNanos() / 2);
    }

    private double x(long timeNanos) {
        return getWidth() * timeNanos / spanNanos;
    }

    private StyleableObjectProperty<Paint> paint(CssMetaData<ChartPlot, Paint> metaData) {
        SimpleStyleableObjectProperty<Paint> paint = new SimpleStyleableObjectProperty<>(
                metaData, this, metaData.getProperty(), metaData.getInitialValue(this));
        paint.addListener((_, _, _) -> redraw());
        return paint;
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
