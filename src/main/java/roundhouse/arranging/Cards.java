package roundhouse.arranging;

/** How large the cards of nodes are and how far they stand from each other, canvas pixels. */
public final class Cards {
    public static final double WIDTH = 180;
    public static final double HEIGHT = 92;
    /** From one column of cards to the next. */
    public static final double COLUMN = 280;
    /** From one row of cards to the next. */
    public static final double ROW = 120;
    /** Of the grid that their corners are on. */
    public static final double GRID = 10;

    private Cards() {}
}
