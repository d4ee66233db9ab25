package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.FreePlace;
import roundhouse.workbench.canvas.model.Snap;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.document.StoreEdits;

/** Places a store of three new databases, linked with each other, in a triangle: what is between two of them can be seen. */
public final class PlaceStoreGesture implements Gesture {
    /** What it is called where it can be chosen. */
    public static final String TITLE = text("canvas.store-of-three-2");

    private static final List<Position> CORNERS = List.of(
            new Position(0, 0), new Position(FreePlace.COLUMN, FreePlace.ROW), new Position(0, 2 * FreePlace.ROW));
    private static final double WIDTH = FreePlace.COLUMN + Drawing.CARD_WIDTH;
    private static final double HEIGHT = 2 * FreePlace.ROW + Drawing.CARD_HEIGHT;

    private final CanvasModel model;

    public PlaceStoreGesture(CanvasModel model) {
        this.model = model;
    }

    @Override
    public void drag(Pointer pointer) {
        Position corner = corner(pointer.x(), pointer.y(), pointer.free());
        model.marks().ghost(new Area(corner.x(), corner.y(), WIDTH, HEIGHT));
    }

    @Override
    public void finish(Pointer pointer) {
        model.marks().ghost(null);
        StoreEdits.Made made = StoreEdits.withNew(topology(), CORNERS.size());
        place(made.topology(), made.id(), corner(pointer.x(), pointer.y(), pointer.free()));
    }

    @Override
    public void cancel() {
        model.marks().ghost(null);
    }

    /**
     * Places it where it covers no card. The selected servers, or all of them where none is, ask it from now on, each at another member, unless
     * they ask another store already. All of it is one undo entry.
     */
    public void atFreePlace() {
        StoreEdits.Made made = StoreEdits.withNew(topology(), CORNERS.size());
        List<Node> asking = asking();
        List<String> members = members(made.topology(), made.id());
        Topology linked = made.topology();
        for (int i = 0; i < asking.size(); i++) {
            Link link = Link.of(asking.get(i).id(), members.get(i % members.size()), NewNode.LATENCY);
            linked = Validation.linkProblem(linked, link).isEmpty() ? linked.linked(link) : linked;
        }
        boolean whole = !model.isLargerThanView();
        place(linked, made.id(), freeCorner(asking));
        if (model.isLargerThanView()) {
            if (whole) {
                model.zoomToFit();
            } else {
                members.forEach(model::reveal);
            }
        }
    }

    private Topology topology() {
        return model.document().topology();
    }

    private List<Node> asking() {
        Set<String> selected = model.selection().nodes();
        List<Node> able = topology().nodes().stream()
                .filter(node -> node.asksKeepers()
                        && node.keepers().stream().noneMatch(keeper -> keepsForGood(topology(), keeper)))
                .toList();
        List<Node> chosen =
                able.stream().filter(node -> selected.contains(node.id())).toList();
        return chosen.isEmpty()
                ? able.stream().filter(node -> !node.keepsData()).toList()
                : chosen;
    }

    private static boolean keepsForGood(Topology topology, String keeper) {
        return topology.store(keeper).isPresent()
                || topology.node(keeper).filter(Node::storesData).isPresent();
    }

    private static List<String> members(Topology topology, String store) {
        return topology.store(store).map(Store::members).orElse(List.of());
    }

    /** To the right of who asks it, from the highest of them down; else in the middle of the view; each lower where it would cover cards. */
    private Position freeCorner(List<Node> asking) {
        Drawing drawing = model.drawing();
        List<Integer> indexes =
                asking.stream().map(node -> drawing.index(node.id())).toList();
        Area seen = model.seen();
        Position corner = indexes.isEmpty()
                ? corner(seen.centreX(), seen.centreY(), false)
                : new Position(
                        indexes.stream().mapToDouble(drawing::x).max().orElseThrow() + FreePlace.COLUMN,
                        indexes.stream().mapToDouble(drawing::y).min().orElseThrow());
        while (!isFree(drawing, corner)) {
            corner = new Position(corner.x(), corner.y() + FreePlace.ROW);
        }
        return corner;
    }

    private static boolean isFree(Drawing drawing, Position corner) {
        return CORNERS.stream().allMatch(at -> drawing.isFree(moved(at, corner)));
    }

    private static Position moved(Position at, Position by) {
        return new Position(at.x() + by.x(), at.y() + by.y());
    }

    private void place(Topology with, String store, Position corner) {
        // What has no place of its own yet stays where it is seen.
        Map<String, Position> places = new LinkedHashMap<>(Arrangement.of(topology()));
        places.putAll(with.layout());
        Topology placed = with.withLayout(places);
        List<String> members = members(with, store);
        for (int i = 0; i < members.size(); i++) {
            placed = placed.at(members.get(i), moved(CORNERS.get(i), corner));
        }
        model.document().edit(text("canvas.add-2", store), placed);
        model.selection().select(new Item.StoreItem(store));
    }

    private static Position corner(double x, double y, boolean free) {
        double left = x - WIDTH / 2;
        double top = y - HEIGHT / 2;
        return free ? new Position(left, top) : Snap.toGrid(left, top);
    }
}
