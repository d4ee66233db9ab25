package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.List;
import roundhouse.workbench.canvas.model.Area;

/**
 * Where words stand at lines so that they lie neither on cards, nor on each other, nor on lines, along which requests move: beside the
 * middle, or else before or behind it, on one side or the other; where nothing is free, where they hide the least. All lengths in the
 * view's pixels.
 */
final class LabelPlaces {
    static final double MIDDLE = 0.5;
    /** Parts of a line, in the order they are tried. */
    private static final double[] PARTS = {MIDDLE, 0.34, 0.66, 0.2, 0.8};
    /** Above the line or left of it, below or right of it, on it. */
    private static final int[] SIDES = {-1, 1, 0};
    /** For words longer than the line, which cards at its ends would hide: further away too. */
    private static final int[] FAR_SIDES = {-1, 1, -3, 3, -4, 4, 0};
    /** From the line to the words: what usual dots of requests and replies beside it take. */
    private static final double CLEAR = 6;
    /**
     * What a pixel of a line under words counts, in square pixels of a card: words are painted over lines and under cards, so that a whole
     * line under them is better than the end of a word under a card.
     */
    private static final double LINE = 0.1;
    /** Among more than this nobody can read them anyway, and looking for room would take long. */
    private static final int MOST = 300;

    private final List<Area> taken;
    private final List<double[]> lines;
    private final double clear;

    /**
     * @param cards where no words may stand
     * @param lines stretches of line, x and y of both ends, on which they should not
     * @param dots how much larger than usual the dots along lines are
     */
    LabelPlaces(List<Area> cards, List<double[]> lines, double dots) {
        taken = new ArrayList<>(cards);
        this.lines = lines;
        clear = CLEAR * dots;
    }

    /** The middle of words. */
    record Spot(double x, double y) {
        private Area area(double width, double height) {
            return new Area(x - width / 2, y - height / 2, width, height);
        }
    }

    /** Where words of that size stand on a line. */
    Spot find(double x1, double y1, double x2, double y2, double width, double height) {
        double length = Math.max(1, Math.hypot(x2 - x1, y2 - y1));
        double across = (y2 - y1) / length;
        double down = (x2 - x1) / length;
        // To the side, upwards, or to the left beside a line that is upright.
        double sign = down < 0 || (down == 0 && across > 0) ? -1 : 1;
        double away = width / 2 * Math.abs(across) + height / 2 * Math.abs(down) + clear;
        boolean many = taken.size() > MOST || lines.size() > MOST;
        Spot best = on(x1, y1, x2, y2, MIDDLE);
        double least = many ? 0 : Double.POSITIVE_INFINITY;
        for (int side : width > length ? FAR_SIDES : SIDES) {
            for (double part : PARTS) {
                if (least == 0) {
                    return take(best, width, height);
                }
                Spot on = on(x1, y1, x2, y2, part);
                Spot spot = new Spot(on.x - sign * across * away * side, on.y + sign * down * away * side);
                double hides = hidden(spot, width, height);
                if (hides < least - 1e-6) {
                    best = spot;
                    least = hides;
                }
            }
        }
        return take(best, width, height);
    }

    /** Where words of that size stand: at the first of these places that is free, or else where they hide the least. */
    Spot first(List<Spot> spots, double width, double height) {
        Spot best = spots.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Spot spot : spots) {
            double hides = hidden(spot, width, height);
            if (hides < least - 1e-6) {
                best = spot;
                least = hides;
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
        double covered = taken.stream().mapToDouble(area::shared).sum();
        return covered
                + LINE
                        * lines.stream()
                                .mapToDouble(line -> area.crossedBy(line[0], line[1], line[2], line[3]))
                                .sum();
    }

    /** Words of that size stand there, be it free or not. */
    Spot take(Spot spot, double width, double height) {
        taken.add(spot.area(width, height));
        return spot;
    }
}
