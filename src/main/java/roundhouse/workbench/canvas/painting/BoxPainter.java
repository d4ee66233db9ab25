package roundhouse.workbench.canvas.painting;

import javafx.scene.paint.Color;
import roundhouse.arranging.GroupFrame;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Position;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.Selection.Item;

/**
 * The nodes as plain rectangles: colour at the left, name, a mark and a tint of its state. For when cards would be too small to read; and as
 * sketches of cards, with the name where the card has it, while the zoom goes on changing and there are more cards than can be drawn in time.
 */
public final class BoxPainter {
    private static final double BAR = 14;
    private static final double CARD_BAR = 5;

    private BoxPainter() {}

    public static void paint(Ink g, CanvasModel model, CanvasColours colours) {
        Drawing drawing = model.drawing();
        Viewport viewport = model.viewport();
        Area seen = model.seen();
        double width = Drawing.CARD_WIDTH * viewport.zoom();
        double height = Drawing.CARD_HEIGHT * viewport.zoom();
        boolean sketches = viewport.showsCards();
        double bar = Math.max(2, (sketches ? CARD_BAR : BAR) * viewport.zoom());
        BoxText text = new BoxText(g, colours, width, height, bar);
        SketchText sketchText = new SketchText(g, colours, viewport.zoom());
        for (int i = 0; i < drawing.nodeCount(); i++) {
            if (drawing.isFolded(i) || !seen.meets(drawing.area(i))) {
                continue;
            }
            double x = viewport.toViewX(drawing.x(i));
            double y = viewport.toViewY(drawing.y(i));
            Item item = new Item.NodeItem(drawing.node(i).id());
            boolean selected = model.selection().contains(item);
            g.setFill(selected || item.equals(model.marks().hovered()) ? colours.accent() : colours.border());
            Area area = drawing.area(i);
            double wide = area.width() * viewport.zoom();
            double high = area.height() * viewport.zoom();
            g.fillRect(x - 1, y - 1, wide + 2, high + 2);
            g.setFill(fill(model.live().condition(drawing.node(i).id()), colours));
            g.fillRect(x, y, wide, high);
            int order = drawing.order(i);
            g.setFill(order < 0 ? colours.muted() : colours.server(order));
            g.fillRect(x, y, bar, high);
            servers(g, model, i, colours);
            if (sketches) {
                sketchText.paint(drawing.node(i), model.live(), x, y);
            } else {
                text.paint(drawing.node(i), model.live(), x, y);
            }
        }
    }

    /** The servers of a group that is opened. */
    private static void servers(Ink g, CanvasModel model, int node, CanvasColours colours) {
        GroupFrame frame = model.drawing().opened(node);
        if (frame == null) {
            return;
        }
        Viewport viewport = model.viewport();
        for (int i = 0; i < frame.shown(); i++) {
            String id = frame.members().get(i);
            byte condition = model.live().frame().members.stream()
                    .filter(member -> member.id().equals(id))
                    .map(Frame.Member::condition)
                    .findFirst()
                    .orElse(NodeState.UP);
            Position corner = frame.corner(i);
            double x = viewport.toViewX(corner.x());
            double y = viewport.toViewY(corner.y());
            double width = GroupFrame.WIDTH * viewport.zoom();
            double height = GroupFrame.HEIGHT * viewport.zoom();
            g.setFill(colours.border());
            g.fillRect(x - 1, y - 1, width + 2, height + 2);
            g.setFill(fill(condition, colours));
            g.fillRect(x, y, width, height);
        }
    }

    private static Color fill(byte condition, CanvasColours colours) {
        return switch (condition) {
            case NodeState.DOWN, NodeState.PAUSED -> colours.surface().interpolate(colours.danger(), 0.5);
            case NodeState.SLOW, NodeState.FAULTY -> colours.surface().interpolate(colours.warning(), 0.5);
            default -> colours.surface();
        };
    }
}
