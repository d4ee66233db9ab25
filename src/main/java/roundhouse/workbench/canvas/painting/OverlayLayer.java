package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.GestureMarks.Rubber;
import roundhouse.workbench.canvas.model.Viewport;

/**
 * What lies above everything: the marquee, the link being drawn and why it is refused, the note, why something is not done; on an empty canvas, how to begin.
 */
public final class OverlayLayer extends Pane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Region marquee = new Region();
    private final Region ghost = new Region();
    private final Line rubber = new Line();
    private final Circle followed = new Circle(9);
    private final Label hint = new Label();
    private final Label note = new Label();
    private final Label refusal = new Label();
    private final Label cost = new Label();
    private final Label beginning = new Label(text("canvas.drag-clients-a-load-balancer"));

    private final ReadOnlyDoubleWrapper saidHeight = new ReadOnlyDoubleWrapper(this, "saidHeight", 0);

    public OverlayLayer() {
        setManaged(false);
        setMouseTransparent(true);
        marquee.getStyleClass().add("marquee");
        ghost.getStyleClass().add("ghost");
        rubber.getStyleClass().add("rubber");
        followed.getStyleClass().add("followed");
        hint.getStyleClass().add("hint");
        note.getStyleClass().add("note");
        refusal.getStyleClass().add("hint");
        cost.getStyleClass().add("cost");
        List.of(note, refusal, cost, beginning).forEach(label -> label.setWrapText(true));
        beginning.getStyleClass().add("beginning");
        getChildren().addAll(marquee, ghost, rubber, followed, hint, note, refusal, cost, beginning);
        getChildren().forEach(child -> child.setManaged(false));
    }

    /** From the lower edge to the top of what is said there, px; 0 while nothing is. */
    public ReadOnlyDoubleProperty saidHeightProperty() {
        return saidHeight.getReadOnlyProperty();
    }

    /** Marks the dot of the request that is followed, if there is one. */
    public void mark(@Nullable Point2D dot) {
        followed.setVisible(dot != null);
        if (dot != null) {
            followed.relocate(dot.getX() - followed.getRadius(), dot.getY() - followed.getRadius());
        }
    }

    public void update(CanvasModel model) {
        Viewport viewport = model.viewport();
        frame(marquee, model.marks().marquee(), viewport);
        frame(ghost, model.marks().ghost(), viewport);
        Rubber line = model.marks().rubber();
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
        note.setText(model.motion());
        note.setVisible(!model.motion().isEmpty());
        if (note.isVisible()) {
            fit(note);
            note.relocate(12, 12);
        }
        cost.setText(cost(model.live().frame()));
        cost.setVisible(!cost.getText().isEmpty());
        if (cost.isVisible()) {
            fit(cost);
            cost.relocate(12, Math.rint(getHeight() - cost.getHeight() - 12));
        }
        String refused = model.refusals().textProperty().get();
        refusal.setText(refused);
        refusal.setVisible(!refused.isEmpty());
        if (refusal.isVisible()) {
            fit(refusal);
            double x = (getWidth() - refusal.getWidth()) / 2;
            boolean above = cost.isVisible() && x < cost.getLayoutX() + cost.getWidth() + 12;
            double y = (above ? cost.getLayoutY() : getHeight()) - 12 - refusal.getHeight();
            refusal.relocate(Math.rint(x), Math.rint(y));
        }
        double top = refusal.isVisible() ? refusal.getLayoutY() : cost.isVisible() ? cost.getLayoutY() : getHeight();
        saidHeight.set(getHeight() - top);
        beginning.setVisible(empty(model));
        if (beginning.isVisible()) {
            double width = Math.min(beginning.prefWidth(-1), getWidth() - 40);
            double height = beginning.prefHeight(width);
            beginning.resizeRelocate(
                    Math.rint((getWidth() - width) / 2), Math.rint((getHeight() - height) / 2), width, height);
        }
    }

    /** What the system costs as it runs: by the hour, and for a million requests. */
    private static String cost(Frame frame) {
        if (Double.isNaN(frame.costPerHour)) {
            return "";
        }
        String million = Double.isNaN(frame.costPerMillion)
                ? ""
                : " · "
                        + text(
                                "canvas.cost-of-a-million",
                                MoneyText.amount(frame.costPerMillion),
                                PriceCatalogue.inUse().currency());
        return MoneyText.perHour(frame.costPerHour) + million;
    }

    private static boolean empty(CanvasModel model) {
        return model.topology().nodes().isEmpty() && model.marks().ghost() == null;
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

    /** As wide as its words, and wrapped where the view is narrower. */
    private void fit(Label label) {
        double width = Math.max(1, Math.min(Math.ceil(label.prefWidth(-1)), getWidth() - 24));
        label.resize(width, Math.ceil(label.prefHeight(width)));
    }

    private static void put(Label label, double x, double y) {
        label.resizeRelocate(
                Math.rint(x), Math.rint(y), Math.ceil(label.prefWidth(-1)), Math.ceil(label.prefHeight(-1)));
    }
}
