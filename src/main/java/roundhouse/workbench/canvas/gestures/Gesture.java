package roundhouse.workbench.canvas.gestures;

import roundhouse.workbench.canvas.model.Viewport;

/**
 * Something a person does with the pointer held down. Until it is finished nothing of the document changes; when it is finished
 * there is one undo entry, and when it is cancelled there is none.
 */
public interface Gesture {
    void drag(Pointer pointer);

    void finish(Pointer pointer);

    void cancel();

    /**
     * Where the pointer is.
     *
     * @param viewX in the view, from its top left corner
     * @param x on the canvas
     * @param free do not snap to the grid
     * @param add add to the selection rather than replace it
     */
    record Pointer(double viewX, double viewY, double x, double y, boolean free, boolean add) {
        /** At that point of the view, with no key held. */
        public static Pointer at(Viewport viewport, double viewX, double viewY) {
            return new Pointer(viewX, viewY, viewport.toCanvasX(viewX), viewport.toCanvasY(viewY), false, false);
        }
    }
}
