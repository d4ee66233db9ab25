package roundhouse.workbench.canvas.model;

import roundhouse.arranging.Cards;
import roundhouse.topology.Position;

/** Where a new card can stand without covering another. */
public final class FreePlace {
    /** From one column of cards to the next, canvas pixels. */
    public static final double COLUMN = Cards.COLUMN;
    /** From one row of cards to the next, canvas pixels. */
    public static final double ROW = Cards.ROW;

    private FreePlace() {}

    /** The place itself if it is free, else the nearest free one that is whole columns and rows away from it. */
    public static Position near(Drawing drawing, Position wanted) {
        for (int ring = 0; ; ring++) {
            Position best = null;
            double least = Double.POSITIVE_INFINITY;
            for (int column = -ring; column <= ring; column++) {
                for (int row = -ring; row <= ring; row++) {
                    double distance = Math.hypot(column * COLUMN, row * ROW);
                    Position place = new Position(wanted.x() + column * COLUMN, wanted.y() + row * ROW);
                    boolean edge = Math.max(Math.abs(column), Math.abs(row)) == ring;
                    if (edge && distance < least && drawing.isFree(place)) {
                        best = place;
                        least = distance;
                    }
                }
            }
            if (best != null) {
                return best;
            }
        }
    }

    /** The place itself if it is free, else the first free one below it. */
    public static Position below(Drawing drawing, Position wanted) {
        Position place = wanted;
        while (!drawing.isFree(place)) {
            place = new Position(place.x(), place.y() + ROW);
        }
        return place;
    }
}
