package roundhouse.workbench.canvas.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.topology.Position;

/**
 * Where a line goes round the cards that stand between its ends: at one point beside them, on the side where it meets the fewest others and
 * stays shortest.
 */
final class Bends {
    /** From a card to a line that goes round it, canvas pixels. */
    private static final double ROOM = 18;
    /** A line that only grazes a card by less than this, canvas pixels, stays straight. */
    private static final double GRAZES = 12;

    private final List<Area> cards;

    /** @param cards all there are */
    Bends(List<Area> cards) {
        this.cards = cards;
    }

    /** Whether another card stands between the ends of a straight line from one card to another. */
    boolean isBlocked(int from, int to, double x1, double y1, double x2, double y2) {
        for (int i = 0; i < cards.size(); i++) {
            if (i != from && i != to && cards.get(i).crossedBy(x1, y1, x2, y2) > GRAZES) {
                return true;
            }
        }
        return false;
    }

    /** The point through which the line from one card to another goes; nothing when it can go straight. */
    Optional<Position> of(int from, int to, double x1, double y1, double x2, double y2) {
        List<Area> foreign = new ArrayList<>();
        Area between = null;
        for (int i = 0; i < cards.size(); i++) {
            if (i != from && i != to) {
                Area card = cards.get(i);
                foreign.add(card);
                if (card.crossedBy(x1, y1, x2, y2) > GRAZES) {
                    between = between == null ? card : between.with(card);
                }
            }
        }
        if (between == null) {
            return Optional.empty();
        }
        Position best = null;
        double least = crossed(foreign, x1, y1, x2, y2);
        double shortest = Double.POSITIVE_INFINITY;
        for (Position point : around(between)) {
            double crossed =
                    crossed(foreign, x1, y1, point.x(), point.y()) + crossed(foreign, point.x(), point.y(), x2, y2);
            double length = Math.hypot(point.x() - x1, point.y() - y1) + Math.hypot(x2 - point.x(), y2 - point.y());
            if (crossed < least - 1 || (crossed < least + 1 && length < shortest && best != null)) {
                best = point;
                least = Math.min(least, crossed);
                shortest = length;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Beside each edge and each corner of what stands between, and twice as far out for lines that come at it aslant. */
    private static List<Position> around(Area card) {
        List<Position> points = new ArrayList<>();
        for (double out : new double[] {ROOM, 2.5 * ROOM, 5 * ROOM}) {
            for (double across : new double[] {0, 0.5, 1}) {
                double x = card.x() + across * card.width();
                double y = card.y() + across * card.height();
                points.add(at(x, card.y() - out));
                points.add(at(x, card.bottom() + out));
                points.add(at(card.x() - out, y));
                points.add(at(card.right() + out, y));
            }
        }
        return points;
    }

    private static Position at(double x, double y) {
        return new Position(Math.rint(x), Math.rint(y));
    }

    private static double crossed(List<Area> cards, double x1, double y1, double x2, double y2) {
        double length = 0;
        for (Area card : cards) {
            length += card.grown(4).crossedBy(x1, y1, x2, y2);
        }
        return length;
    }
}
