package roundhouse.workbench.canvas.painting;

import javafx.scene.paint.Color;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.canvas.model.Viewport;

/** The grid: dots every two snap steps, thinned out where they would crowd. */
public final class GridPainter {
    private static final double SPACING = 2 * Snap.STEP;

    private GridPainter() {}

    public static void paint(Ink g, CanvasModel model, Color colour) {
        Viewport viewport = model.viewport();
        double spacing = SPACING;
        while (spacing * viewport.zoom() < 16) {
            spacing *= 2;
        }
        double size = Math.clamp(1.4 * viewport.zoom(), 1, 2);
        double firstX = Math.ceil(viewport.x() / spacing) * spacing;
        double firstY = Math.ceil(viewport.y() / spacing) * spacing;
        g.setFill(colour);
        for (double y = viewport.toViewY(firstY); y < model.height(); y += spacing * viewport.zoom()) {
            for (double x = viewport.toViewX(firstX); x < model.width(); x += spacing * viewport.zoom()) {
                g.fillRect(Math.rint(x), Math.rint(y), size, size);
            }
        }
    }
}
