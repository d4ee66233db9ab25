package roundhouse.workbench.canvas.drawn;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.arranging.Arrangement;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.annotations.Annotation;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Folds;
import roundhouse.workbench.canvas.model.Snap;

/** Moves a note, or a frame with the nodes and the notes in it, or gives one another size; to the grid, one undo entry. */
final class DrawnDrag {
    private final CanvasModel model;
    private final Topology before;
    private final Annotation one;
    private final boolean sizes;
    private final List<String> nodes;
    private double fromX;
    private double fromY;
    private Topology made;

    /** @param sizes whether it is sized rather than moved */
    DrawnDrag(CanvasModel model, Annotation one, boolean sizes) {
        this.model = model;
        this.one = one;
        this.sizes = sizes;
        before = model.document().topology();
        made = before;
        nodes = one.isFrame() && !sizes ? Folds.within(one, Arrangement.of(before)) : List.of();
    }

    DrawnDrag from(double x, double y) {
        fromX = x;
        fromY = y;
        return this;
    }

    void to(double x, double y) {
        made = changed(x - fromX, y - fromY);
        model.preview(made);
    }

    void end() {
        if (!made.equals(before)) {
            model.preview(null);
            model.document().edit(label(), made);
        }
    }

    /** All of it at once: by that much. */
    void finish(double dx, double dy) {
        made = changed(dx, dy);
        end();
    }

    private String label() {
        if (one.isFrame()) {
            return text(sizes ? "canvas.size-frame" : "canvas.move-frame");
        }
        return text(sizes ? "canvas.size-note" : "canvas.move-note");
    }

    private Topology changed(double dx, double dy) {
        if (sizes) {
            return before.with(one.sized(
                    Snap.toGrid(one.x() + one.width() + dx) - one.x(),
                    Snap.toGrid(one.y() + one.height() + dy) - one.y()));
        }
        double right = Snap.toGrid(one.x() + dx) - one.x();
        double down = Snap.toGrid(one.y() + dy) - one.y();
        Map<String, Position> places = new LinkedHashMap<>(Arrangement.of(before));
        Map<String, Position> layout = new LinkedHashMap<>(before.layout());
        places.keySet().retainAll(nodes);
        places.forEach((id, at) -> layout.put(id, new Position(at.x() + right, at.y() + down)));
        return before.withLayout(layout)
                .withAnnotations(before.annotations().stream()
                        .map(other -> other.equals(one) || isIn(other) ? other.moved(right, down) : other)
                        .toList());
    }

    private boolean isIn(Annotation other) {
        return one.isFrame() && one.holds(other.x(), other.y(), other.width(), other.height());
    }
}
