package roundhouse.workbench.canvas.painting;

import javafx.scene.paint.Color;
import roundhouse.workbench.ServerColours;

/** The colours of what the canvas paints by hand. */
public record CanvasColours(
        Color background,
        Color surface,
        Color border,
        Color muted,
        Color accent,
        Color danger,
        Color warning,
        Color success,
        Color text,
        Color grid,
        Color link) {
    /** The colour of the server with that order number, from 0. */
    public Color server(int order) {
        return ServerColours.of(order, background.getBrightness() < 0.5);
    }
}
