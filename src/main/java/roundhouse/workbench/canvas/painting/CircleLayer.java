package roundhouse.workbench.canvas.painting;

import java.util.Set;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.Selection.Item;

/** Rings round nodes and on the middle of links that somebody is to look at. */
public final class CircleLayer extends Pane {
    private static final double AROUND = 10;
    private static final double LINK_RADIUS = 16;

    private Set<Item> circled = Set.of();

    public CircleLayer() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Rings these from now on. */
    public void circle(Set<Item> items) {
        circled = Set.copyOf(items);
    }

    /** Puts the rings where their nodes and links are. */
    public void update(CanvasModel model) {
        getChildren().clear();
        Drawing drawing = model.drawing();
        Viewport viewport = model.viewport();
        for (Item item : circled) {
            Shape ring = switch (item) {
                case Item.NodeItem(String id) -> around(drawing, drawing.index(id), viewport);
                case Item.LinkItem(String from, String to) -> on(drawing, from, to, viewport);
                default -> new Circle(0);
            };
            ring.getStyleClass().add("lesson-ring");
            getChildren().add(ring);
        }
    }

    private static Shape around(Drawing drawing, int node, Viewport viewport) {
        if (node < 0) {
            return new Circle(0);
        }
        Area area = drawing.area(node).grown(AROUND);
        Rectangle ring = new Rectangle(
                viewport.toViewX(area.x()),
                viewport.toViewY(area.y()),
                area.width() * viewport.zoom(),
                area.height() * viewport.zoom());
        ring.setArcWidth(48 * viewport.zoom());
        ring.setArcHeight(48 * viewport.zoom());
        return ring;
    }

    private static Shape on(Drawing drawing, String from, String to, Viewport viewport) {
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.link(i).from().equals(from) && drawing.link(i).to().equals(to)) {
                return new Circle(
                        viewport.toViewX((drawing.x1(i) + drawing.x2(i)) / 2),
                        viewport.toViewY((drawing.y1(i) + drawing.y2(i)) / 2),
                        LINK_RADIUS);
            }
        }
        return new Circle(0);
    }
}
