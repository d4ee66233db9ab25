package roundhouse.workbench.canvas.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import roundhouse.topology.Position;

/**
 * The line of each link: from which point of its one card's edge to which of the other's, and the one bend that it may have. Indexes are
 * positions in the topology's list of links.
 */
final class LinkLines {
    /** Where a line leaves or reaches its card moves up or down with the other end, by at most this, canvas pixels. */
    private static final double FAN = 24;
    /** Between two edges that a line can run between, canvas pixels. */
    private static final double LEAST_GAP = 30;

    private final int[] from;
    private final int[] to;
    /** For each link where it begins and where it ends. */
    private final double[] ends;
    /** For each link the point it goes through, NaN where it is straight. */
    private final double[] bends;

    /**
     * @param from the node that each link begins at, and {@code to} where it ends, by their places in the topology; -1 where it is not drawn
     */
    LinkLines(int[] from, int[] to) {
        this.from = from;
        this.to = to;
        ends = new double[from.length * 4];
        bends = new double[from.length * 2];
        Arrays.fill(bends, Double.NaN);
    }

    /** It runs between these two by the edges that are further apart. */
    void join(int link, Area a, Area b) {
        join(a, b, link * 4, isSideways(a, b));
    }

    /**
     * Sends the lines round cards that are not their own.
     *
     * @param cards what each node takes
     * @param isDrawn which links are seen
     */
    void bend(List<Area> cards, IntPredicate isDrawn) {
        Bends around = new Bends(cards);
        for (int i = 0; i < from.length; i++) {
            if (isDrawn.test(i) && isBlocked(around, i) && !otherEdges(around, i, cards)) {
                Optional<Position> point = around.of(from[i], to[i], x1(i), y1(i), x2(i), y2(i));
                bends[i * 2] = point.map(Position::x).orElse(Double.NaN);
                bends[i * 2 + 1] = point.map(Position::y).orElse(Double.NaN);
            }
        }
    }

    private boolean isBlocked(Bends around, int link) {
        return around.isBlocked(from[link], to[link], x1(link), y1(link), x2(link), y2(link));
    }

    /** Whether the line is free between the cards' other edges, which it then has. */
    private boolean otherEdges(Bends around, int link, List<Area> cards) {
        Area a = cards.get(from[link]);
        Area b = cards.get(to[link]);
        boolean sideways = !isSideways(a, b);
        double gap = sideways ? gapAcross(a, b) : gapDown(a, b);
        if (gap < LEAST_GAP) {
            return false;
        }
        double[] usual = Arrays.copyOfRange(ends, link * 4, link * 4 + 4);
        join(a, b, link * 4, sideways);
        if (isBlocked(around, link)) {
            System.arraycopy(usual, 0, ends, link * 4, 4);
            return false;
        }
        return true;
    }

    /** Whether the line between two cards usually runs from side to side rather than from top to bottom. */
    private static boolean isSideways(Area a, Area b) {
        return gapAcross(a, b) >= gapDown(a, b);
    }

    private static double gapAcross(Area a, Area b) {
        return Math.abs(b.centreX() - a.centreX()) - (a.width() + b.width()) / 2;
    }

    private static double gapDown(Area a, Area b) {
        return Math.abs(b.centreY() - a.centreY()) - (a.height() + b.height()) / 2;
    }

    private void join(Area a, Area b, int at, boolean sideways) {
        double dx = b.centreX() - a.centreX();
        if (sideways) {
            // A group that is opened is reached at its head, as its card is.
            double level = a.y() + Drawing.CARD_HEIGHT / 2;
            double dy = b.y() + Drawing.CARD_HEIGHT / 2 - level;
            double fan = Math.clamp(dy * 0.08, -FAN, FAN);
            ends[at] = dx >= 0 ? a.right() : a.x();
            ends[at + 1] = level + fan;
            ends[at + 2] = dx >= 0 ? b.x() : b.right();
            ends[at + 3] = level + dy - fan;
        } else {
            double dy = b.centreY() - a.centreY();
            double fan = Math.clamp(dx * 0.08, -FAN, FAN);
            ends[at] = a.centreX() + fan;
            ends[at + 1] = dy >= 0 ? a.bottom() : a.y();
            ends[at + 2] = b.centreX() - fan;
            ends[at + 3] = dy >= 0 ? b.y() : b.bottom();
        }
    }

    double x1(int link) {
        return ends[link * 4];
    }

    double y1(int link) {
        return ends[link * 4 + 1];
    }

    double x2(int link) {
        return ends[link * 4 + 2];
    }

    double y2(int link) {
        return ends[link * 4 + 3];
    }

    /** Whether the link goes round a card that stands between its ends. */
    boolean isBent(int link) {
        return !Double.isNaN(bends[link * 2]);
    }

    /** Where a link that is bent has its bend; the middle of one that is not. */
    double bendX(int link) {
        return isBent(link) ? bends[link * 2] : (x1(link) + x2(link)) / 2;
    }

    double bendY(int link) {
        return isBent(link) ? bends[link * 2 + 1] : (y1(link) + y2(link)) / 2;
    }

    /** How far a point is from the link's line. */
    double distance(int link, double px, double py) {
        return Math.min(
                LineSegment.distance(px, py, x1(link), y1(link), bendX(link), bendY(link)),
                LineSegment.distance(px, py, bendX(link), bendY(link), x2(link), y2(link)));
    }
}
