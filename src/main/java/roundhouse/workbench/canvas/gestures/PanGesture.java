package roundhouse.workbench.canvas.gestures;

import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Viewport;

/** Moves the drawing as if taken by the hand. */
public final class PanGesture implements Gesture {
    private final CanvasModel model;
    private final Viewport before;
    private final Pointer start;

    public PanGesture(CanvasModel model, Pointer start) {
        this.model = model;
        this.start = start;
        before = model.viewport();
    }

    @Override
    public void drag(Pointer pointer) {
        model.viewport(before.dragged(pointer.viewX() - start.viewX(), pointer.viewY() - start.viewY()));
    }

    @Override
    public void finish(Pointer pointer) {
        drag(pointer);
    }

    @Override
    public void cancel() {
        model.viewport(before);
    }
}
