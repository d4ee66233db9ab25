package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.List;
import roundhouse.workbench.canvas.model.Area;

/**
 * Where words stand on lines so that they lie neither on cards nor on each other: in the middle, or else before or behind it, or else
 * beside the line; where nothing is free, where they hide the least. All lengths in the view's pixels.
 */
final class LabelPlaces {
    static final double MIDDLE = 0.5;
    /** Parts of a line, in the order they are tried. */
    private static final double[] PARTS = {MIDDLE, 0.34, 0.66, 0.2, 0.8};
    /** On the line, above or left of it, below or right of it. */
    private static final int[] SIDES = {0, -1, 1};
    /** Among more than this nobody can read them anyway, and looking for room would take long. */
    private static final int MOST = 300;

    private final List<Area> taken;

    /** @param cards where no words may stand */
    LabelPlaces(List<Area> cards) {
        taken = new ArrayList<>(cards);
    }

    /** The middle of words. */
    record Spot(double x, double y) {
        private Area area(double width, double height) {
            return new Area(x - width / 2, y - height / 2, width, height);
        }
    }

    /** Where words of that size stand on a line. */
    Spot find(double x1, double y1, double x2, double y2, double width, double height) {
        Spot best = on(x1, y1, x2, y2, MIDDLE);
        double least = taken.size() > MOST ? 0 : hidden(best, width, height);
        boolean level = Math.abs(x2 - x1) >= Math.abs(y2 - y1);
        for (int side : SIDES) {
            for (double part : PARTS) {
                if (least == 0) {
                    return take(best, width, height);
                }
                Spot on = on(x1, y1, x2, y2, part);
                Spot spot = new Spot(
                        on.x + (level ? 0 : side * (width / 2 + 6)), on.y + (level ? side * (height / 2 + 4) : 0));
                double hides = hidden(spot, width, height);
                if (hides < least - 1e-6) {
                    best = spot;
                    least = hides;
                }
            }
        }
        return take(best, width, height);
    }

    private static Spot on(double x1, double y1, double x2, double y2, double part) {
        return new Spot(x1 + part * (x2 - x1), y1 + part * (y2 - y1));
    }

    /** How much would lie under the words, square pixels. */
    private double hidden(Spot spot, double width, double height) {
        Area area = spot.area(width, height);
        return taken.stream().mapToDouble(area::shared).sum();
    }

    /** Words of that size stand there, be it free or not. */
    Spot take(Spot spot, double width, double height) {
        taken.add(spot.area(width, height));
        return spot;
    }
}
