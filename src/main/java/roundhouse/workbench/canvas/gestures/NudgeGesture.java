package roundhouse.workbench.canvas.gestures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;

/** Moves the selected nodes by the arrow keys: one undo entry from the first key pressed to the last let go. */
public final class NudgeGesture {
    private final CanvasModel model;
    private final Topology before;
    private final Drawing drawing;
    private final Set<String> moving;
    private double dx;
    private double dy;

    public NudgeGesture(CanvasModel model) {
        this.model = model;
        before = model.document().topology();
        drawing = model.drawing();
        moving = model.document().selectedNodes();
    }

    public void by(double moreX, double moreY) {
        dx += moreX;
        dy += moreY;
        model.preview(MoveGesture.shifted(before, drawing, moving, dx, dy));
    }

    public void finish() {
        Topology next = model.topology();
        model.preview(null);
        model.document().edit(MoveGesture.label(text("canvas.move"), drawing.nodes(moving)), next);
    }

    public void cancel() {
        model.preview(null);
    }
}
