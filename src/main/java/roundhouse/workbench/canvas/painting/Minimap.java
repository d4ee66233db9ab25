package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;

/** The whole drawing, small, with a frame around what is seen; a click or a drag goes there. Shown when not all is in sight. */
public final class Minimap extends Region {
    private static final double WIDTH = 180;
    private static final double HEIGHT = 116;
    private static final double PADDING = 6;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", true);
    private final CanvasModel model;
    private final Canvas map = new Canvas(WIDTH, HEIGHT);
    private final Region frame = new Region();
    private @Nullable Drawing painted;
    private @Nullable CanvasColours paintedIn;

    /** Whether people want to see it. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    public Minimap(CanvasModel model) {
        this.model = model;
        wanted.subscribe(this::requestLayout);
        setManaged(false);
        getStyleClass().add("minimap");
        setId("minimap");
        setAccessibleText(text("canvas.overview-of-the-whole-drawing"));
        frame.getStyleClass().add("frame");
        frame.setManaged(false);
        map.setManaged(false);
        getChildren().addAll(map, frame);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /** How the drawing fits into the map. */
    private record Fit(double x, double y, double scale) {
        static Fit of(Area bounds) {
            double scale = Math.min((WIDTH - 2 * PADDING) / bounds.width(), (HEIGHT - 2 * PADDING) / bounds.height());
            return new Fit(
                    (WIDTH - bounds.width() * scale) / 2 - bounds.x() * scale,
                    (HEIGHT - bounds.height() * scale) / 2 - bounds.y() * scale,
                    scale);
        }
    }

    /** Draws the frame anew, and the map when the drawing or its colours are others. */
    public void update(CanvasColours colours) {
        boolean needed =
                wanted.get() && model.isLargerThanView() && model.width() > 3 * WIDTH && model.height() > 3 * HEIGHT;
        setVisible(needed);
        if (!needed) {
            return;
        }
        resizeRelocate(model.width() - WIDTH - 12, model.height() - HEIGHT - 12, WIDTH, HEIGHT);
        Drawing drawing = model.drawing();
        Fit fit = Fit.of(drawing.bounds().orElseThrow());
        if (painted != drawing || !colours.equals(paintedIn)) {
            painted = drawing;
            paintedIn = colours;
            paint(drawing, fit, colours);
        }
        Area seen = model.seen();
        double left = Math.clamp(seen.x() * fit.scale + fit.x, 1, WIDTH - 1);
        double top = Math.clamp(seen.y() * fit.scale + fit.y, 1, HEIGHT - 1);
        double right = Math.clamp(seen.right() * fit.scale + fit.x, 1, WIDTH - 1);
        double bottom = Math.clamp(seen.bottom() * fit.scale + fit.y, 1, HEIGHT - 1);
        frame.resizeRelocate(Math.rint(left), Math.rint(top), Math.rint(right - left), Math.rint(bottom - top));
    }

    private void paint(Drawing drawing, Fit fit, CanvasColours colours) {
        GraphicsContext g = map.getGraphicsContext2D();
        g.clearRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < drawing.nodeCount(); i++) {
            int order = drawing.order(i);
            g.setFill(order < 0 ? colours.muted() : colours.server(order));
            Area area = drawing.area(i);
            g.fillRect(
                    area.x() * fit.scale + fit.x,
                    area.y() * fit.scale + fit.y,
                    Math.max(1, area.width() * fit.scale),
                    Math.max(1, area.height() * fit.scale));
        }
    }

    private void go(MouseEvent event) {
        Fit fit = Fit.of(model.drawing().bounds().orElseThrow());
        model.viewport(model.viewport()
                .centredOn(
                        (event.getX() - fit.x) / fit.scale,
                        (event.getY() - fit.y) / fit.scale,
                        model.width(),
                        model.height()));
    }
}
