package roundhouse.workbench.history;

/** A rectangle of a picture, pixels. */
record LaneBox(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double middle() {
        return y + height / 2;
    }

    boolean touches(LaneBox other) {
        return x < other.right() && other.x < right() && y < other.y + other.height && other.y < y + height;
    }
}
