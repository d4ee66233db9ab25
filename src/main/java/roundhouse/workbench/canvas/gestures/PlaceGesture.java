package roundhouse.workbench.canvas.gestures;

import java.util.HashSet;
import java.util.Set;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.Selection.Item;

/** Places a node from the palette: its middle comes where the pointer lets go. */
public final class PlaceGesture implements Gesture {
    private final CanvasModel model;
    private final PaletteKind kind;

    public PlaceGesture(CanvasModel model, PaletteKind kind) {
        this.model = model;
        this.kind = kind;
    }

    @Override
    public void drag(Pointer pointer) {
        Position corner = corner(pointer.x(), pointer.y(), pointer.free());
        model.ghost(new Area(corner.x(), corner.y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT));
    }

    @Override
    public void finish(Pointer pointer) {
        model.ghost(null);
        place(corner(pointer.x(), pointer.y(), pointer.free()));
    }

    @Override
    public void cancel() {
        model.ghost(null);
    }

    /** Places it in the middle of the view, moved aside until it covers no other card. */
    public void atCentre() {
        Position corner = corner(model.seen().centreX(), model.seen().centreY(), false);
        Set<Position> taken = new HashSet<>(model.document().topology().layout().values());
        while (taken.contains(corner)) {
            corner = new Position(corner.x() + 2 * Snap.STEP, corner.y() + 2 * Snap.STEP);
        }
        place(corner);
    }

    private void place(Position corner) {
        Topology topology = model.document().topology();
        Node node = kind.create().apply(topology);
        model.document().edit("Add " + node.title(), topology.with(node).at(node.id(), corner));
        model.selection().select(new Item.NodeItem(node.id()));
    }

    private static Position corner(double x, double y, boolean free) {
        double left = x - Drawing.CARD_WIDTH / 2;
        double top = y - Drawing.CARD_HEIGHT / 2;
        return free ? new Position(left, top) : Snap.toGrid(left, top);
    }
}
