package roundhouse.workbench.canvas;

import javafx.scene.layout.Region;
import roundhouse.simulation.Frame;
import roundhouse.workbench.document.Document;

/** The Design view's canvas. */
public final class CanvasView extends Region {
    private final Document document;

    public CanvasView(Document document) {
        this.document = document;
        getStyleClass().add("canvas-view");
    }

    /** Draws this instant of the run with the next pulse; the frame can be reused when this returns. */
    public void show(Frame frame) {
        requestLayout();
    }

    /** How fast the run plays, simulated seconds a real second: decides whether single requests can be followed. */
    public void setSpeed(double simulatedSecondsPerSecond) {
        requestLayout();
    }

    /** Puts a new node of that kind where the middle of the view is, and selects it. */
    public void placeAtCentre(PaletteKind kind) {
        document.selection().clear();
        requestLayout();
    }
}
