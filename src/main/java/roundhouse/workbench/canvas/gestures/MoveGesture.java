package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Snap;

/** Moves the selected nodes together; the one that was taken hold of snaps to the grid. */
public final class MoveGesture implements Gesture {
    /** The pointer has to go this far, view pixels, before anything moves: a click is not a move. */
    private static final double THRESHOLD = 3;

    private final CanvasModel model;
    private final Topology before;
    private final Drawing drawing;
    private final Set<String> moving;
    private final int held;
    private final Pointer start;
    private boolean moved;

    /** @param held the node under the pointer, one of those selected */
    public MoveGesture(CanvasModel model, String held, Pointer start) {
        this.model = model;
        this.start = start;
        before = model.document().topology();
        drawing = model.drawing();
        moving = model.document().selectedNodes();
        this.held = drawing.index(held);
    }

    @Override
    public void drag(Pointer pointer) {
        moved |= Math.hypot(pointer.viewX() - start.viewX(), pointer.viewY() - start.viewY()) >= THRESHOLD;
        if (moved) {
            model.preview(moved(pointer));
        }
    }

    @Override
    public void finish(Pointer pointer) {
        if (moved) {
            Topology next = moved(pointer);
            model.preview(null);
            model.document().edit(label(text("canvas.move"), drawing.nodes(moving)), next);
        }
    }

    @Override
    public void cancel() {
        model.preview(null);
    }

    private Topology moved(Pointer pointer) {
        double dx = pointer.x() - start.x();
        double dy = pointer.y() - start.y();
        if (!pointer.free()) {
            dx = Snap.toGrid(drawing.x(held) + dx) - drawing.x(held);
            dy = Snap.toGrid(drawing.y(held) + dy) - drawing.y(held);
        }
        return shifted(before, drawing, moving, dx, dy);
    }

    /** The topology with these nodes moved by that much, as far as it knows them. */
    static Topology shifted(Topology topology, Drawing drawing, Set<String> ids, double dx, double dy) {
        Map<String, Position> layout = new LinkedHashMap<>(topology.layout());
        Set<String> known = topology.ids();
        for (Node node : drawing.nodes(ids)) {
            if (!known.contains(node.id())) {
                continue;
            }
            int index = drawing.index(node.id());
            layout.put(node.id(), new Position(drawing.x(index) + dx, drawing.y(index) + dy));
        }
        return topology.withLayout(layout);
    }

    /** What the undo menu says: "Move s1", "Move 3 nodes". */
    public static String label(String verb, List<Node> nodes) {
        return verb + " " + (nodes.size() == 1 ? nodes.getFirst().title() : text("canvas.nodes", nodes.size()));
    }
}
