package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.painting.ScreenInk;
import roundhouse.workbench.playback.charts.scale.TimeView;

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

    /** Lower than this nothing could be seen, px. */
    private static final double LEAST = 4;

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Paint> grid = paint(GRID);
    private final StyleableObjectProperty<Paint> label = paint(LABEL);
    private final StyleableObjectProperty<Paint> area = paint(AREA);
    private final List<StyleableObjectProperty<Paint>> lines =
            LINES.stream().map(this::paint).toList();
    private final Region ahead = mark("chart-ahead");
    private final Region now = mark("chart-now");
    private final Region cursor = mark("chart-cursor");
    private final Region chosen = mark("chart-chosen");
    private @Nullable ChartModel model;
    private TimeView view = TimeView.whole(1);
    private long nowNanos;
    private long cursorNanos = -1;
    private boolean stale = true;

    ChartPlot() {
        getStyleClass().add("chart-plot");
        getChildren().addAll(canvas, ahead, now, cursor, chosen);
        chosen.setVisible(false);
        canvas.setManaged(false);
    }

    private static Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        return mark;
    }

    /** @param inSight what the whole width stands for */
    void show(ChartModel shown, TimeView inSight) {
        if (!shown.equals(model) || !inSight.equals(view)) {
            model = shown;
            view = inSight;
            redraw();
        }
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
        return view.timeAt(x, getWidth());
    }

    /** Marks a stretch that is being chosen, from one place to another; nothing if they are the same, px. */
    void choose(double oneX, double otherX) {
        chosen.setVisible(oneX != otherX);
        double left = Math.clamp(Math.min(oneX, otherX), 0, getWidth());
        chosen.resizeRelocate(left, 0, Math.clamp(Math.max(oneX, otherX), 0, getWidth()) - left, getHeight());
    }

    private void placeMarks() {
        double x = Math.floor(view.x(nowNanos, getWidth()));
        long knownNanos = model == null ? 0 : model.timeNanos(model.length());
        double from = Math.clamp(x + 1, 0, getWidth());
        double until = Math.clamp(Math.ceil(view.x(knownNanos, getWidth())), 0, getWidth());
        ahead.setVisible(until > from && knownNanos > nowNanos);
        ahead.resizeRelocate(from, 0, Math.max(0, until - from), getHeight());
        mark(now, x, true);
        mark(cursor, Math.floor(view.x(cursorNanos, getWidth())), cursorNanos >= 0);
    }

    private void mark(Region mark, double x, boolean there) {
        mark.setVisible(there && x >= 0 && x <= getWidth());
        mark.resizeRelocate(x, 0, 1, getHeight());
    }

    @Override
    protected void layoutChildren() {
        if (stale || canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            stale = false;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
        placeMarks();
    }

    private void draw() {
        double width = getWidth();
        double height = getHeight();
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        ChartModel shown = model;
        if (shown != null && height >= LEAST) {
            ChartPainter.paint(new ScreenInk(canvas.getGraphicsContext2D()), shown, view, look(), width, height);
        }
    }

    /** Its colours as the sheets have them. */
    ChartLook look() {
        return new ChartLook(
                colour(grid), colour(label), colour(area), lines.stream().map(ChartPlot::colour).toList());
    }

    private static Color colour(StyleableObjectProperty<Paint> paint) {
        return paint.get() instanceof Color colour ? colour : Color.GREY;
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
