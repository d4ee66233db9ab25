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
    private static final double LARGE_LETTERS = 17.0 / 13;

    private static final double NOTE_LINE = 16;
    /** A usual note is as wide. */
    private static final double NOTE_WIDTH = 640;

    private static final double ABOVE_NOTE = 15;
    private static final double BELOW_NOTE = 11;
    private static final double ABOVE_AND_BELOW = 84;

    /** How much larger than usual dots are. */
    public double dots() {
        return presenting ? LARGE_DOTS : 1;
    }

    /** How far a drawing is enlarged at most to fill the view. */
    double mostFit() {
        return presenting ? LARGE_FIT : 1;
    }

    /** What the note at the top of a view of that width takes, pixels: it wraps where the view is narrow. */
    double noteHeight(double width) {
        double letters = presenting ? LARGE_LETTERS : 1;
        return ABOVE_NOTE + letters * NOTE_LINE * (width < letters * NOTE_WIDTH ? 2 : 1) + BELOW_NOTE;
    }

    /** What is left free below the whole drawing, pixels: a note of two lines takes of that, so that cards stay as large. */
    double belowAll(double width) {
        return ABOVE_AND_BELOW - noteHeight(width);
    }

    public CanvasLook presenting(boolean on) {
        return new CanvasLook(on, trails);
    }

    public CanvasLook trails(boolean on) {
        return new CanvasLook(presenting, on);
    }
}
