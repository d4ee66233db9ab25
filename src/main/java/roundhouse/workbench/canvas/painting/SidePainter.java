package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.stores.PartitionReport;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.PlaceFrame;
import roundhouse.workbench.canvas.model.Viewport;

/** The sides of a partition: a ground of its own under the nodes of each, with its letter and what stores still do there. */
public final class SidePainter {
    /** Of Okabe and Ito (2008): told apart by most eyes. */
    private static final List<Color> COLOURS =
            List.of(Color.web("#e69f00"), Color.web("#56b4e9"), Color.web("#009e73"), Color.web("#cc79a7"));

    private static final double RADIUS = 18;
    private static final double SMALLEST = 8.5;
    private static final double WIDEST = 420;

    private @Nullable Drawing drawn;
    private PartitionReport known = PartitionReport.NONE;
    private List<PlaceFrame> frames = List.of();

    public void paint(Ink g, CanvasModel model, CanvasColours colours) {
        PartitionReport partition = model.live().frame().partition;
        Drawing drawing = model.drawing();
        if (drawing != drawn || !partition.equals(known)) {
            drawn = drawing;
            known = partition;
            frames = frames(drawing, partition);
        }
        List<String> told = new ArrayList<>();
        for (PlaceFrame frame : frames) {
            int side = Integer.parseInt(frame.name());
            String words = told.contains(frame.name())
                    ? ""
                    : words(side, partition.sides().get(side));
            told.add(frame.name());
            paint(g, model.viewport(), frame.area(), COLOURS.get(side % COLOURS.size()), words, colours);
        }
    }

    private static List<PlaceFrame> frames(Drawing drawing, PartitionReport partition) {
        Map<String, String> sides = new HashMap<>();
        for (int side = 0; side < partition.sides().size(); side++) {
            String name = Integer.toString(side);
            partition.sides().get(side).nodes().forEach(id -> sides.put(id, name));
        }
        return sides.isEmpty() ? List.of() : PlaceFrame.by(drawing, node -> sides.get(node.id()), true);
    }

    private static String words(int side, PartitionReport.Side what) {
        StringBuilder words = new StringBuilder(text("canvas.side", (char) ('A' + side % 26)));
        what.promises()
                .forEach((store, promise) -> words.append(" · ")
                        .append(what.promises().size() > 1 ? store + " " : "")
                        .append(promise));
        return words.toString();
    }

    private static void paint(Ink g, Viewport viewport, Area area, Color colour, String words, CanvasColours colours) {
        double zoom = viewport.zoom();
        double x = viewport.toViewX(area.x());
        double y = viewport.toViewY(area.y());
        g.setFill(colours.background().interpolate(colour, 0.16));
        g.fillRoundRect(x, y, area.width() * zoom, area.height() * zoom, RADIUS * zoom, RADIUS * zoom);
        if (words.isEmpty()) {
            return;
        }
        double size = Math.clamp(12 * zoom, SMALLEST, 15);
        g.setText(Font.font("System", FontWeight.BOLD, size), TextAlignment.LEFT, VPos.CENTER);
        g.setFill(colours.text().interpolate(colour, 0.35));
        g.fillText(
                words,
                x + 10 * zoom,
                y + area.height() * zoom - Math.max(9 * zoom, size * 0.7),
                Math.max(WIDEST * zoom, area.width() * zoom));
    }
}
