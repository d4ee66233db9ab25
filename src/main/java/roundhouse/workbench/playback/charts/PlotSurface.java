package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
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
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.canvas.painting.ScreenInk;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** A plot that is drawn when what it shows has changed and the next pulse comes, in colours that CSS gives. */
public final class PlotSurface extends Region {
    private static final StyleablePropertyFactory<PlotSurface> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<PlotSurface, Paint> GROUND =
            FACTORY.createPaintCssMetaData("-rh-chart-ground", plot -> plot.ground, Color.WHITE);
    private static final CssMetaData<PlotSurface, Paint> GRID =
            FACTORY.createPaintCssMetaData("-rh-chart-grid", plot -> plot.grid, Color.LIGHTGREY);
    private static final CssMetaData<PlotSurface, Paint> LABEL =
            FACTORY.createPaintCssMetaData("-rh-chart-label", plot -> plot.label, Color.GREY);
    private static final CssMetaData<PlotSurface, Paint> AREA =
            FACTORY.createPaintCssMetaData("-rh-chart-area", plot -> plot.area, Color.TRANSPARENT);
    private static final List<CssMetaData<PlotSurface, Paint>> LINES = List.of(
            FACTORY.createPaintCssMetaData("-rh-chart-line-1", plot -> plot.lines.get(0), Color.GREY),
            FACTORY.createPaintCssMetaData("-rh-chart-line-2", plot -> plot.lines.get(1), Color.GREY),
            FACTORY.createPaintCssMetaData("-rh-chart-line-3", plot -> plot.lines.get(2), Color.GREY));
    /** Lower or narrower than this nothing could be seen, px. */
    private static final double LEAST = 4;

    private final Canvas canvas = new Canvas();
    private final StyleableObjectProperty<Paint> ground = paint(GROUND);
    private final StyleableObjectProperty<Paint> grid = paint(GRID);
    private final StyleableObjectProperty<Paint> label = paint(LABEL);
    private final StyleableObjectProperty<Paint> area = paint(AREA);
    private final List<StyleableObjectProperty<Paint>> lines =
            LINES.stream().map(this::paint).toList();
    private final Painting painting;
    private final Runnable marks;
    private final List<Runnable> onLook = new ArrayList<>();
    private boolean stale = true;

    /** Paints a plot. */
    public interface Painting {
        /** Over that many pixels. */
        void paint(Ink ink, double width, double height);
    }

    /** @param marks places what lies over the drawing */
    public PlotSurface(Painting painting, Runnable marks) {
        this.painting = painting;
        this.marks = marks;
        getStyleClass().add("chart-plot");
        getChildren().add(canvas);
        canvas.setManaged(false);
        setMinSize(0, 0);
    }

    /** A mark over what is drawn, which is placed without drawing anew. */
    public Region mark(String styleClass) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        mark.setVisible(false);
        getChildren().add(mark);
        return mark;
    }

    /** Draws anew at the next pulse. */
    public void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (stale || canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            stale = false;
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
            if (getWidth() >= LEAST && getHeight() >= LEAST) {
                painting.paint(new ScreenInk(canvas.getGraphicsContext2D()), getWidth(), getHeight());
            }
        }
        marks.run();
    }

    /** Runs after the sheets have given it other colours, for what shows them beside the plot. */
    public void onLook(Runnable changed) {
        onLook.add(changed);
    }

    /** Its colours as the sheets have them. */
    public ChartLook look() {
        return new ChartLook(
                colour(ground),
                colour(grid),
                colour(label),
                colour(area),
                lines.stream().map(PlotSurface::colour).toList());
    }

    private static Color colour(StyleableObjectProperty<Paint> paint) {
        return paint.get() instanceof Color colour ? colour : Color.GREY;
    }

    private StyleableObjectProperty<Paint> paint(CssMetaData<PlotSurface, Paint> metaData) {
        SimpleStyleableObjectProperty<Paint> paint = new SimpleStyleableObjectProperty<>(
                metaData, this, metaData.getProperty(), metaData.getInitialValue(this));
        paint.addListener((_, _, _) -> {
            redraw();
            onLook.forEach(Runnable::run);
        });
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
