package roundhouse.arranging;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Position;

/**
 * Where the servers of a group stand while the group is opened: below the group's own card, in columns, within a frame whose top left
 * corner is the card's. Ways from the frame's edge to a server run between the cards.
 *
 * @param x the frame's left edge, canvas pixels
 * @param y the frame's top edge, canvas pixels
 * @param members ids of those that are there, in order
 */
public record GroupFrame(double x, double y, List<String> members) {
    /** A server's card, canvas pixels. */
    public static final double WIDTH = 160;

    public static final double HEIGHT = 58;
    /** More servers than this have no card of their own: the frame says how many they are. */
    public static final int MOST = 24;

    private static final double GAP = 10;
    /** Left of each column, where ways go down to its cards. */
    private static final double GUTTER = 20;

    /** How far from a column's left edge they go down: dots there touch no word of the group's own card, which begins at 16. */
    private static final double DOWN = 8;

    private static final double MARGIN = 12;
    /** Between the group's own card and the first row, where ways go to the columns. */
    private static final double LANE = 12;

    private static final double MORE = 18;
    private static final int LOW = 5;
    private static final int HIGH = 6;

    public GroupFrame {
        members = List.copyOf(members);
    }

    /** How many have a card. */
    public int shown() {
        return Math.min(MOST, members.size());
    }

    private int rows() {
        return shown() <= 2 * LOW ? LOW : HIGH;
    }

    private int columns() {
        return Math.max(1, Math.ceilDiv(shown(), rows()));
    }

    public double width() {
        return columns() * (GUTTER + WIDTH) + MARGIN;
    }

    public double height() {
        int high = Math.max(1, Math.min(rows(), shown()));
        double more = shown() < members.size() ? MORE : 0;
        return Cards.HEIGHT + LANE + high * (HEIGHT + GAP) - GAP + more + MARGIN;
    }

    /** The top left corner of that server's card; only of those that are shown. */
    public Position corner(int member) {
        int column = member / rows();
        return new Position(
                x + GUTTER + column * (GUTTER + WIDTH), y + Cards.HEIGHT + LANE + member % rows() * (HEIGHT + GAP));
    }

    /** The place of that server among those that are shown, or -1. */
    public int place(String id) {
        int place = members.indexOf(id);
        return place < MOST ? place : -1;
    }

    /** The corners of the way from a point of the frame's edge to the left edge of that server's card, without that point. */
    public List<Position> way(int member, double fromX, double fromY) {
        Position card = corner(member);
        double middle = card.y() + HEIGHT / 2;
        double gutter = card.x() - GUTTER + DOWN;
        List<Position> corners = new ArrayList<>();
        boolean below = fromY >= y + height();
        if (fromX <= x && member < rows()) {
            corners.add(new Position(gutter, fromY));
        } else {
            double lane = below ? y + height() - MARGIN / 2 : y + Cards.HEIGHT + LANE / 2;
            double down = fromX <= x ? x + DOWN : Math.min(fromX, x + width() - MARGIN / 2);
            if (fromX <= x || fromX >= x + width()) {
                corners.add(new Position(down, fromY));
            }
            corners.add(new Position(down, lane));
            corners.add(new Position(gutter, lane));
        }
        corners.add(new Position(gutter, middle));
        corners.add(new Position(card.x(), middle));
        return corners;
    }
}
