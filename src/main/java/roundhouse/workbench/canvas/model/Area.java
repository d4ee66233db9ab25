package roundhouse.workbench.canvas.model;

/** A rectangle of the drawing, canvas pixels. */
public record Area(double x, double y, double width, double height) {
    /** With these two opposite corners, whichever way round. */
    public static Area between(double x1, double y1, double x2, double y2) {
        return new Area(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public boolean contains(Area other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    public boolean meets(Area other) {
        return other.x <= right() && other.right() >= x && other.y <= bottom() && other.bottom() >= y;
    }

    /** How much of it lies in the other one too, square pixels. */
    public double shared(Area other) {
        double wide = Math.min(right(), other.right()) - Math.max(x, other.x);
        double high = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return wide > 0 && high > 0 ? wide * high : 0;
    }

    /** The least that holds both. */
    public Area with(Area other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Area(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public Area grown(double by) {
        return new Area(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** How much of a stretch of line lies within. */
    public double crossedBy(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double[] part = {0, 1};
        boolean meets = clip(-dx, x1 - x, part)
                && clip(dx, right() - x1, part)
                && clip(-dy, y1 - y, part)
                && clip(dy, bottom() - y1, part);
        return meets ? (part[1] - part[0]) * Math.hypot(dx, dy) : 0;
    }

    /** What one edge leaves of the part of a line that is within, by Liang and Barsky; false when nothing. */
    private static boolean clip(double towards, double room, double[] part) {
        if (towards == 0) {
            return room > 0;
        }
        double at = room / towards;
        if (towards < 0) {
            part[0] = Math.max(part[0], at);
        } else {
            part[1] = Math.min(part[1], at);
        }
        return part[0] < part[1];
    }
}
