package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.GestureMarks;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** Draws a link from a node's port to another node. Where it cannot end it says why. */
public final class LinkGesture implements Gesture {
    private final CanvasModel model;
    private final Topology before;
    private final String from;
    private final double startX;
    private final double startY;

    public LinkGesture(CanvasModel model, String from) {
        this.model = model;
        this.from = from;
        before = model.document().topology();
        Area area = model.drawing().area(model.drawing().index(from));
        startX = area.right();
        startY = area.centreY();
    }

    @Override
    public void drag(Pointer pointer) {
        Optional<String> target = target(pointer);
        model.marks().hover(target.map(Item.NodeItem::new).orElse(null));
        String problem = target.isEmpty() ? "" : problem(before, from, target.get());
        model.marks().rubber(new GestureMarks.Rubber(startX, startY, pointer.x(), pointer.y(), problem));
    }

    @Override
    public void finish(Pointer pointer) {
        model.marks().rubber(null);
        Optional<String> target = target(pointer);
        if (target.isPresent() && problem(before, from, target.get()) == null) {
            link(model, from, target.get());
        }
    }

    /** Makes the link, a call where it begins at a server, and selects it. */
    public static void link(CanvasModel model, String from, String to) {
        Topology topology = model.document().topology();
        String label = text("canvas.link-to-2", topology.title(from), topology.title(to));
        model.document().edit(label, topology.linked(Link.of(from, to, NewNode.LATENCY)));
        model.selection().select(new Item.LinkItem(from, to));
    }

    @Override
    public void cancel() {
        model.marks().rubber(null);
    }

    private Optional<String> target(Pointer pointer) {
        int node = model.drawing().hits().nodeAt(pointer.x(), pointer.y());
        return node < 0
                ? Optional.empty()
                : Optional.of(model.drawing().node(node).id());
    }

    /** Why these two cannot be linked; null when they can. */
    public static @Nullable String problem(Topology topology, String from, String to) {
        return Validation.linkProblem(topology, from, to).orElse(null);
    }
}
