package roundhouse.workbench.ring.cards;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.StrokeLineJoin;
import roundhouse.workbench.ServerColours;

/** A {@link RunSeries} as lines from 0 up, and a mark where the ring was changed. */
final class RunPlot extends Region {
    private static final StyleablePropertyFactory<RunPlot> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<RunPlot, Paint> GRID =
            FACTORY.createPaintCssMetaData("-rh-plot-grid", plot -> plot.grid, Color.LIGHTGREY);
    private static final CssMetaData<RunPlot, Paint> MARK =
            FACTORY.createPaintCssMetaData("-rh-plot-mark", plot -> plot.mark, Color.BLUE);

    private static final double LEAST_SPAN = 2e9;
    private static final double TOP = 4;

    private final Canvas canvas = new Canvas();
    private final RunSeries series;
    private final StyleableObjectProperty<Paint> grid = paint(GRID);
    private final StyleableObjectProperty<Paint> mark = paint(MARK);
    private int[] orders = {};
    private long markedNanos = -1;

    RunPlot(RunSeries series) {
        this.series = series;
        getStyleClass().add("run-plot");
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    private StyleableObjectProperty<Paint> paint(CssMetaData<RunPlot, Paint> metaData) {
        StyleableObjectProperty<Paint> paint = new SimpleStyleableObjectProperty<>(
                metaData, this, metaData.getProperty(), metaData.getInitialValue(this));
        paint.addListener((_, _, _) -> requestLayout());
        return paint;
    }

    /**
     * Draws the series as it is now.
     *
     * @param of the order number, and with it the colour, of each name
     * @param changedNanos when the ring was changed, simulated nanoseconds; -1 for not
     */
    void show(int[] of, long changedNanos) {
        orders = of;
        markedNanos = changedNanos;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.setLineWidth(1);
        g.setStroke(grid.get());
        g.strokeLine(0, getHeight() - 0.5, getWidth(), getHeight() - 0.5);
        if (series.size() < 2) {
            return;
        }
        g.setLineJoin(StrokeLineJoin.ROUND);
        double most = Math.max(1e-9, series.highest());
        for (int name = 0; name < series.names().size(); name++) {
            line(g, name, most);
        }
        if (markedNanos >= series.timeNanos(0)) {
            double x = Math.round(x(markedNanos)) + 0.5;
            g.setStroke(mark.get());
            g.setLineDashes(3, 3);
            g.strokeLine(x, 0, x, getHeight());
            g.setLineDashes();
        }
    }

    private double x(long timeNanos) {
        double first = series.timeNanos(0);
        double span = Math.max(LEAST_SPAN, series.timeNanos(series.size() - 1) - first);
        return (timeNanos - first) / span * getWidth();
    }

    private void line(GraphicsContext g, int name, double most) {
        int size = series.size();
        double[] xs = new double[size + 2];
        double[] ys = new double[size + 2];
        for (int at = 0; at < size; at++) {
            xs[at] = x(series.timeNanos(at));
            ys[at] = getHeight() - 1 - (getHeight() - 1 - TOP) * series.value(name, at) / most;
        }
        boolean dark = grid.get() instanceof Color lines && lines.getBrightness() < 0.5;
        Color colour = ServerColours.of(orders[name], dark);
        if (series.names().size() == 1) {
            xs[size] = xs[size - 1];
            xs[size + 1] = xs[0];
            ys[size] = getHeight() - 1;
            ys[size + 1] = ys[size];
            g.setFill(colour.deriveColor(0, 1, 1, 0.13));
            g.fillPolygon(xs, ys, size + 2);
        }
        g.setLineWidth(1.8);
        g.setStroke(colour);
        g.strokePolyline(xs, ys, size);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
