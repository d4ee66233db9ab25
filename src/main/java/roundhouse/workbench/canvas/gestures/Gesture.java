package roundhouse.workbench.canvas.gestures;

/**
 * Something a person does with the pointer held down. Until it is finished nothing of the document changes; when it is finished
 * there is one undo entry, and when it is cancelled there is none.
 */
interface Gesture {
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
    record Pointer(double viewX, double viewY, double x, double y, boolean free, boolean add) {}
}
