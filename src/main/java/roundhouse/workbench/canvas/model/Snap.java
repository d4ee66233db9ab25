package roundhouse.workbench.canvas.model;

import roundhouse.arranging.Cards;
import roundhouse.topology.Position;

/** The grid that nodes snap to. */
public final class Snap {
    /** Canvas pixels. */
    public static final double STEP = Cards.GRID;

    private Snap() {}

    public static double toGrid(double value) {
        return Math.round(value / STEP) * STEP;
    }

    public static Position toGrid(double x, double y) {
        return new Position(toGrid(x), toGrid(y));
    }
}
