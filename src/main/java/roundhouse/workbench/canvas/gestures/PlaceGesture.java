package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.FreePlace;
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
        model.marks().ghost(new Area(corner.x(), corner.y(), Drawing.CARD_WIDTH, Drawing.CARD_HEIGHT));
    }

    @Override
    public void finish(Pointer pointer) {
        model.marks().ghost(null);
        place(corner(pointer.x(), pointer.y(), pointer.free()));
    }

    @Override
    public void cancel() {
        model.marks().ghost(null);
    }

    /**
     * Places it where it covers no other card, and links it where there can be no doubt with what: beside that, else in the middle of the
     * view. All of it is one undo entry. Returns its id.
     */
    public String atFreePlace() {
        Topology topology = model.document().topology();
        Node node = kind.create().apply(topology);
        Topology linked = LinkOffer.linked(
                topology.with(node), node.id(), model.selection().nodes());
        boolean whole = !model.isLargerThanView();
        model.document().edit(text("canvas.add-2", node.title()), linked.at(node.id(), place(linked, node.id())));
        model.selection().select(new Item.NodeItem(node.id()));
        if (whole && model.isLargerThanView()) {
            model.zoomToFit();
        } else {
            model.reveal(node.id());
        }
        return node.id();
    }

    private Position place(Topology linked, String id) {
        Drawing drawing = model.drawing();
        Position lowest = null;
        for (Link link : linked.links()) {
            if (link.to().equals(id)) {
                return besideSource(drawing, linked, link.from());
            }
            if (link.from().equals(id)) {
                Area target = drawing.area(drawing.index(link.to()));
                lowest = new Position(target.x() - FreePlace.COLUMN, target.y());
            }
        }
        Area seen = model.seen();
        return lowest == null
                ? FreePlace.near(drawing, corner(seen.centreX(), seen.centreY(), false))
                : FreePlace.below(drawing, lowest);
    }

    /** Under the lowest of those that get requests from the same node; to the right of that where it is the first. */
    private static Position besideSource(Drawing drawing, Topology linked, String source) {
        Area from = drawing.area(drawing.index(source));
        Position lowest = null;
        for (Link other : linked.links()) {
            int index = drawing.index(other.to());
            if (other.from().equals(source) && index >= 0 && (lowest == null || drawing.y(index) > lowest.y())) {
                lowest = new Position(drawing.x(index), drawing.y(index));
            }
        }
        return FreePlace.below(
                drawing,
                lowest == null
                        ? new Position(from.x() + FreePlace.COLUMN, from.y())
                        : new Position(lowest.x(), lowest.y() + FreePlace.ROW));
    }

    private void place(Position corner) {
        Topology topology = model.document().topology();
        Node node = kind.create().apply(topology);
        model.document()
                .edit(text("canvas.add-2", node.title()), topology.with(node).at(node.id(), corner));
        model.selection().select(new Item.NodeItem(node.id()));
    }

    private static Position corner(double x, double y, boolean free) {
        double left = x - Drawing.CARD_WIDTH / 2;
        double top = y - Drawing.CARD_HEIGHT / 2;
        return free ? new Position(left, top) : Snap.toGrid(left, top);
    }
}
