package roundhouse.workbench.canvas.gestures;

import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;

/** Moves the selected nodes by the arrow keys: one undo entry from the first key pressed to the last let go. */
final class NudgeGesture {
    private final CanvasModel model;
    private final Topology before;
    private final Drawing drawing;
    private final Set<String> moving;
    private double dx;
    private double dy;

    NudgeGesture(CanvasModel model) {
        this.model = model;
        before = model.document().topology();
        drawing = model.drawing();
        moving = model.selection().nodes();
    }

    void by(double moreX, double moreY) {
        dx += moreX;
        dy += moreY;
        model.preview(MoveGesture.shifted(before, drawing, moving, dx, dy));
    }

    void finish() {
        Topology next = model.topology();
        model.preview(null);
        model.document().edit(MoveGesture.label("Move", drawing.nodes(moving)), next);
    }

    void cancel() {
        model.preview(null);
    }
}
