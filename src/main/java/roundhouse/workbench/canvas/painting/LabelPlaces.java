package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.List;
import roundhouse.workbench.canvas.model.Area;

/**
 * Where words stand on lines so that they do not lie on each other: in the middle, or else somewhat before or behind it; in the
 * middle all the same where nothing is free. All lengths in the view's pixels.
 */
final class LabelPlaces {
    static final double MIDDLE = 0.5;
    /** Parts of a line, in the order they are tried. */
    private static final double[] PARTS = {MIDDLE, 0.34, 0.66};
    /** Among more than this nobody can read them anyway, and looking for room would take long. */
    private static final int MOST = 300;

    private final List<Area> taken = new ArrayList<>();

    /** How far along its line words of that size stand, 0 to 1. */
    double find(double x1, double y1, double x2, double y2, double width, double height) {
        for (double part : PARTS) {
            if (isFree(area(x1, y1, x2, y2, part, width, height))) {
                return take(x1, y1, x2, y2, part, width, height);
            }
        }
        return take(x1, y1, x2, y2, MIDDLE, width, height);
    }

    private boolean isFree(Area area) {
        return taken.size() > MOST || taken.stream().noneMatch(area::meets);
    }

    /** Words of that size stand there, be it free or not. */
    double take(double x1, double y1, double x2, double y2, double part, double width, double height) {
        taken.add(area(x1, y1, x2, y2, part, width, height));
        return part;
    }

    private static Area area(double x1, double y1, double x2, double y2, double part, double width, double height) {
        return new Area(x1 + part * (x2 - x1) - width / 2, y1 + part * (y2 - y1) - height / 2, width, height);
    }
}
