package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.faults.NodeState;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.PlaceFrame;
import roundhouse.workbench.canvas.model.Viewport;

/** Zones and regions: light frames on the ground with their names; one where all is down says so. */
public final class PlacePainter {
    private static final double RADIUS = 12;
    /** Of the letters, px: smaller ones cannot be read. */
    private static final double SMALLEST = 8.5;

    private @Nullable Drawing known;
    private List<PlaceFrame> frames = List.of();

    public void paint(Ink g, CanvasModel model, CanvasColours colours) {
        Drawing drawing = model.drawing();
        if (drawing != known) {
            known = drawing;
            frames = PlaceFrame.of(drawing);
        }
        Area seen = model.seen();
        for (PlaceFrame frame : frames) {
            if (seen.meets(frame.area())) {
                boolean dark = frame.nodes().stream()
                        .allMatch(node ->
                                model.live().condition(drawing.node(node).id()) == NodeState.DOWN);
                paint(g, model.viewport(), frame, dark, colours);
            }
        }
    }

    private static void paint(Ink g, Viewport viewport, PlaceFrame frame, boolean dark, CanvasColours colours) {
        Area area = frame.area();
        double zoom = viewport.zoom();
        double x = viewport.toViewX(area.x());
        double y = viewport.toViewY(area.y());
        Color colour = dark ? colours.danger() : colours.muted();
        g.setFill(colours.background().interpolate(colour, 0.07));
        g.fillRoundRect(x, y, area.width() * zoom, area.height() * zoom, RADIUS * zoom, RADIUS * zoom);
        g.setStroke(colours.background().interpolate(colour, 0.4));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, area.width() * zoom, area.height() * zoom, RADIUS * zoom, RADIUS * zoom);
        // Below boxes there is no room within the frame, so the name stands on its upper edge.
        double size = Math.clamp(11 * zoom, SMALLEST, 14);
        double middle = viewport.showsCards() ? y + PlaceFrame.TOP * zoom / 2 : y - size / 2 - 1;
        g.setText(Font.font("System", FontWeight.BOLD, size), TextAlignment.LEFT, VPos.CENTER);
        g.setFill(colour);
        g.fillText(dark ? text("canvas.down", frame.name()) : frame.name(), x + 9 * zoom, middle, area.width() * zoom);
    }
}
