package roundhouse.workbench.canvas.model;

import roundhouse.topology.Position;

/** The grid that nodes snap to. */
final class Snap {
    /** Canvas pixels. */
    static final double STEP = 10;

    private Snap() {}

    static double toGrid(double value) {
        return Math.round(value / STEP) * STEP;
    }

    static Position toGrid(double x, double y) {
        return new Position(toGrid(x), toGrid(y));
    }
}
