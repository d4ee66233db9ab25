package roundhouse.workbench.canvas.painting;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Transitions.Ghost;
import roundhouse.workbench.canvas.model.Viewport;

/** What is left for a moment of nodes that the run has removed: a dashed outline in their colour, their links, and what became of them. */
public final class GhostPainter {
    private static final double RADIUS = 8;

    private GhostPainter() {}

    /** @param nowNanos real time */
    public static void paint(Ink g, CanvasModel model, CanvasColours colours, long nowNanos) {
        for (Ghost ghost : model.transitions().ghosts()) {
            g.setGlobalAlpha(ghost.strength(nowNanos));
            paint(g, model.viewport(), colours, ghost);
            g.setGlobalAlpha(1);
        }
    }

    private static void paint(Ink g, Viewport viewport, CanvasColours colours, Ghost ghost) {
        Color colour = ghost.order() < 0 ? colours.muted() : colours.server(ghost.order());
        double zoom = viewport.zoom();
        g.setStroke(colours.muted());
        g.setLineWidth(1.4);
        g.setLineDashes(3, 5);
        for (double[] line : ghost.lines()) {
            g.strokeLine(
                    viewport.toViewX(line[0]),
                    viewport.toViewY(line[1]),
                    viewport.toViewX(line[2]),
                    viewport.toViewY(line[3]));
        }
        Area area = ghost.area();
        double x = viewport.toViewX(area.x());
        double y = viewport.toViewY(area.y());
        g.setStroke(colour);
        g.setLineWidth(2);
        g.setLineDashes(6, 4);
        g.strokeRoundRect(x, y, area.width() * zoom, area.height() * zoom, 2 * RADIUS * zoom, 2 * RADIUS * zoom);
        g.setLineDashes();
        g.setFill(colours.muted());
        g.setText(Font.font("System", FontWeight.BOLD, 12), TextAlignment.CENTER, VPos.CENTER);
        g.fillText(ghost.text(), x + area.width() * zoom / 2, y + area.height() * zoom / 2);
    }
}
