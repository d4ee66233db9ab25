package roundhouse.workbench.canvas.model;

/**
 * How the canvas is looked at.
 *
 * @param presenting from the back of a room: larger dots, and a small drawing fills the view
 * @param trails whether dots leave trails
 */
public record CanvasLook(boolean presenting, boolean trails) {
    public static final CanvasLook USUAL = new CanvasLook(false, false);

    private static final double LARGE_DOTS = 1.7;
    private static final double LARGE_FIT = 2;

    /** How much larger than usual dots are. */
    public double dots() {
        return presenting ? LARGE_DOTS : 1;
    }

    /** How far a drawing is enlarged at most to fill the view. */
    double mostFit() {
        return presenting ? LARGE_FIT : 1;
    }

    public CanvasLook presenting(boolean on) {
        return new CanvasLook(on, trails);
    }

    public CanvasLook trails(boolean on) {
        return new CanvasLook(presenting, on);
    }
}
