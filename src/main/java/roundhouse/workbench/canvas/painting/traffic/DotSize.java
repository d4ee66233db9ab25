package roundhouse.workbench.canvas.painting.traffic;

import roundhouse.workbench.canvas.model.CanvasModel;

/** How large dots are: smaller when zoomed out, and smaller in a crowd, so that single dots can be told apart. */
final class DotSize {
    private static final double USUAL = 4;
    private static final double LEAST = 1.6;
    private static final double MOST = 6;
    private static final int CROWD = 10_000;
    /** The rim of a dot, in radii. */
    private static final double RIM = 0.25;
    /** From the ways within the frame of an opened group to the words beside them, less the dots' own side, canvas pixels. */
    private static final double ROOM = 5.5;

    private DotSize() {}

    /** The radius of a dot, pixels of the view, where there are so many. */
    static double radius(CanvasModel model, int dots) {
        double zoom = model.viewport().zoom();
        double usual = usual(zoom, dots);
        double large = usual * model.look().dots();
        return model.drawing().hasOpened() ? amongWords(usual, large, zoom) : large;
    }

    /** Whether there are so many dots that they are drawn smaller and without rims. */
    static boolean isCrowd(int dots) {
        return dots > CROWD;
    }

    static double usual(double zoom, int dots) {
        double crowd = dots > 4 * CROWD ? 0.5 : isCrowd(dots) ? 0.7 : 1;
        return Math.clamp(USUAL * Math.sqrt(zoom) * crowd, LEAST, MOST);
    }

    /** As large as wished, but no larger than usual where it would touch the words in the frame of a group. */
    static double amongWords(double usual, double large, double zoom) {
        return Math.max(usual, Math.min(large, ROOM * zoom / (1 + RIM)));
    }
}
