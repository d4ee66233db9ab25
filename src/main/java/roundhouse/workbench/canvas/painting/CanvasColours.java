package roundhouse.workbench.canvas.painting;

import javafx.scene.paint.Color;

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
        Color link) {}
