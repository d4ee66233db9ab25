package roundhouse.workbench.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.CanvasModel.Rubber;

/** What lies above everything and follows the pointer: the marquee, the link being drawn and why it is refused, the note. */
final class OverlayLayer extends Pane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Region marquee = new Region();
    private final Region ghost = new Region();
    private final Line rubber = new Line();
    private final Label hint = new Label();
    private final Label note = new Label("Too fast to show: rates instead");

    OverlayLayer() {
        setManaged(false);
        setMouseTransparent(true);
        marquee.getStyleClass().add("marquee");
        ghost.getStyleClass().add("ghost");
        rubber.getStyleClass().add("rubber");
        hint.getStyleClass().add("hint");
        note.getStyleClass().add("note");
        getChildren().addAll(marquee, ghost, rubber, hint, note);
        getChildren().forEach(child -> child.setManaged(false));
    }

    void update(CanvasModel model, boolean tooFast) {
        Viewport viewport = model.viewport();
        frame(marquee, model.marquee(), viewport);
        frame(ghost, model.ghost(), viewport);
        Rubber line = model.rubber();
        rubber.setVisible(line != null);
        String problem = line == null || line.problem() == null ? "" : line.problem();
        hint.setVisible(!problem.isEmpty());
        if (line != null) {
            boolean refused = !problem.isEmpty();
            rubber.pseudoClassStateChanged(REFUSED, refused);
            rubber.setStartX(viewport.toViewX(line.x1()));
            rubber.setStartY(viewport.toViewY(line.y1()));
            rubber.setEndX(viewport.toViewX(line.x2()));
            rubber.setEndY(viewport.toViewY(line.y2()));
            hint.setText(problem);
            put(hint, viewport.toViewX(line.x2()) + 14, viewport.toViewY(line.y2()) + 14);
        }
        note.setVisible(tooFast);
        if (tooFast) {
            put(note, 12, 12);
        }
    }

    private static void frame(Region region, @Nullable Area area, Viewport viewport) {
        region.setVisible(area != null);
        if (area != null) {
            region.resizeRelocate(
                    Math.rint(viewport.toViewX(area.x())),
                    Math.rint(viewport.toViewY(area.y())),
                    Math.rint(area.width() * viewport.zoom()),
                    Math.rint(area.height() * viewport.zoom()));
        }
    }

    private static void put(Label label, double x, double y) {
        label.resizeRelocate(
                Math.rint(x), Math.rint(y), Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
    }
}
