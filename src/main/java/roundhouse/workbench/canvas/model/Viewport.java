package roundhouse.workbench.canvas.model;

/**
 * Which part of the drawing is seen: the drawing's point at the view's top left corner, and view pixels per canvas pixel.
 */
public record Viewport(double x, double y, double zoom) {
    public static final double MIN_ZOOM = 0.05;
    public static final double MAX_ZOOM = 4;
    /** Below this, cards are too small to read and give way to plain rectangles. */
    static final double CARD_ZOOM = 0.5;

    /** Below this the words on cards are hard to read. */
    private static final double LEGIBLE = 0.65;
    /** What is to be seen keeps so far from the view's edge, pixels. */
    private static final double NEAR = 40;

    public static final Viewport START = new Viewport(0, 0, 1);

    public double toViewX(double canvasX) {
        return (canvasX - x) * zoom;
    }

    public double toViewY(double canvasY) {
        return (canvasY - y) * zoom;
    }

    public double toCanvasX(double viewX) {
        return viewX / zoom + x;
    }

    public double toCanvasY(double viewY) {
        return viewY / zoom + y;
    }

    public boolean showsCards() {
        return zoom >= CARD_ZOOM;
    }

    /** The drawing moved by that many view pixels, as if taken by the hand. */
    public Viewport dragged(double dx, double dy) {
        return new Viewport(x - dx / zoom, y - dy / zoom, zoom);
    }

    /** Zoomed by a factor, with the point under the pointer staying under it. */
    public Viewport zoomedAt(double viewX, double viewY, double factor) {
        return withZoomAt(viewX, viewY, zoom * factor);
    }

    Viewport withZoomAt(double viewX, double viewY, double wanted) {
        double next = Math.clamp(wanted, MIN_ZOOM, MAX_ZOOM);
        return new Viewport(toCanvasX(viewX) - viewX / next, toCanvasY(viewY) - viewY / next, next);
    }

    /** With that point of the drawing in the middle of a view of that size. */
    public Viewport centredOn(double canvasX, double canvasY, double width, double height) {
        return new Viewport(canvasX - width / zoom / 2, canvasY - height / zoom / 2, zoom);
    }

    /**
     * All of the area in a view of that size, with a margin: in the middle, or as little off that as the margins need.
     *
     * @param above the least margin above
     * @param below the least margin below
     * @param most the zoom at most, 1 for 100 %
     */
    static Viewport fitting(Area area, double width, double height, double above, double below, double most) {
        double margin = Math.min(48, Math.min(width, height) / 16);
        double top = Math.max(margin, above);
        double bottom = height - Math.max(margin, below);
        double zoom = Math.min((width - 2 * margin) / area.width(), (bottom - top) / area.height());
        zoom = Math.clamp(zoom, MIN_ZOOM, most);
        Viewport middle = new Viewport(0, 0, zoom).centredOn(area.centreX(), area.centreY(), width, height);
        double up = Math.min(0, bottom - middle.toViewY(area.bottom()));
        return middle.dragged(0, Math.max(up, top - middle.toViewY(area.y())));
    }

    /** Moved no further than needed to show the area, with a margin, in a view of that size. */
    Viewport revealing(Area area, double width, double height) {
        double margin = 24 / zoom;
        double seenWidth = width / zoom;
        double seenHeight = height / zoom;
        double nextX = Math.clamp(
                x, Math.min(area.x() + area.width() + margin - seenWidth, area.x() - margin), area.x() - margin);
        double nextY = Math.clamp(
                y, Math.min(area.y() + area.height() + margin - seenHeight, area.y() - margin), area.y() - margin);
        return new Viewport(nextX, nextY, zoom);
    }

    /** As {@link #revealing}, and large enough to read cards if it was not, but small enough for the area if that can be. */
    Viewport readable(Area area, double width, double height) {
        double fits = Math.min(
                (width - 2 * NEAR) / Math.max(1, area.width()), (height - 2 * NEAR) / Math.max(1, area.height()));
        double wanted = Math.max(CARD_ZOOM, Math.min(zoom < LEGIBLE ? 1 : zoom, fits));
        Viewport sized = wanted == zoom
                ? this
                : new Viewport(0, 0, wanted).centredOn(area.centreX(), area.centreY(), width, height);
        return sized.revealing(area.grown(NEAR / wanted), width, height);
    }

    /** That part of the way from here to there, all of it when little is left. */
    Viewport towards(Viewport there, double part) {
        double dx = there.x - x;
        double dy = there.y - y;
        double dz = there.zoom - zoom;
        boolean near = Math.hypot(dx, dy) * zoom < 1 && Math.abs(dz) < 0.005;
        return near || part >= 1 ? there : new Viewport(x + dx * part, y + dy * part, zoom + dz * part);
    }

    /** What a view of that size shows. */
    public Area seen(double width, double height) {
        return new Area(x, y, width / zoom, height / zoom);
    }
}
