package roundhouse.workbench.canvas.model;

/** A straight line from one point to another. */
public final class LineSegment {
    private LineSegment() {}

    /** How far a point is from it, which beyond its ends is how far it is from the nearer one. */
    public static double distance(double px, double py, double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : Math.clamp(((px - x1) * dx + (py - y1) * dy) / square, 0.0, 1.0);
        return Math.hypot(px - x1 - along * dx, py - y1 - along * dy);
    }
}
