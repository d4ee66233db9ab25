package roundhouse.workbench.history;

import roundhouse.storage.searching.Reason;

/** The way of an arrow from one bar to another: a cubic curve of four points. */
record ArrowCurve(double[] xs, double[] ys) {
    private static final double LEAST_BEND = 18;
    private static final double BELOW = 26;
    /** Arrows of two sorts that end at one bar are so far apart. */
    private static final double APART = 3;

    /**
     * All but the order of writes goes from where the one ended to where the other began; from one that goes on then, from its edge.
     *
     * @param width of the picture: what of a bar is out of sight does not count
     */
    static ArrowCurve of(Reason.Kind kind, LaneBox from, LaneBox to, double width) {
        return switch (kind) {
            case RETURNED_BEFORE, OVERWROTE, ASKED_BEFORE -> inTime(from, to, APART);
            case ANSWERED -> from.right() < to.x() ? inTime(from, to, -APART) : fromEdge(from, to, -APART);
            case MUST_BE_SEEN -> from.right() < to.x() ? inTime(from, to, APART) : fromEdge(from, to, APART);
            case COMES_BEFORE -> across(from, to, width);
        };
    }

    private static ArrowCurve inTime(LaneBox from, LaneBox to, double lower) {
        boolean isStraight = from.middle() == to.middle() && to.x() > from.right();
        double bend = isStraight ? 0 : Math.max(LEAST_BEND, Math.abs(to.x() - from.right()) / 2);
        double y = from.middle() + lower;
        double last = to.middle() + lower;
        return new ArrowCurve(
                new double[] {from.right(), from.right() + bend, to.x() - bend, to.x()},
                new double[] {y, y, last, last});
    }

    private static ArrowCurve fromEdge(LaneBox from, LaneBox to, double lower) {
        double x = Math.clamp(to.x() - 2 * LEAST_BEND, from.x(), Math.max(from.x(), from.right()));
        double last = to.middle() + lower;
        if (from.y() == to.y()) {
            double y = from.y() + from.height();
            return new ArrowCurve(
                    new double[] {x, x, to.x() - LEAST_BEND, to.x()}, new double[] {y, y + BELOW, y + BELOW, last});
        }
        double y = to.y() > from.y() ? from.y() + from.height() : from.y();
        return new ArrowCurve(
                new double[] {x, x, to.x() - 2 * LEAST_BEND, to.x()}, new double[] {y, (y + last) / 2, last, last});
    }

    /** Downwards at the right, upwards at the left, so that two that point at each other are two. */
    private static ArrowCurve across(LaneBox from, LaneBox to, double width) {
        if (from.y() == to.y()) {
            double x = (from.x() + from.right()) / 2;
            double end = (to.x() + to.right()) / 2;
            double y = from.y() + from.height();
            return new ArrowCurve(
                    new double[] {x, x + (end - x) / 4, end - (end - x) / 4, end},
                    new double[] {y, y + BELOW, y + BELOW, y});
        }
        boolean isDown = to.y() > from.y();
        double x = Math.clamp(isDown ? from.right() : from.x(), 0, width);
        double end = Math.clamp(isDown ? to.right() : to.x(), 0, width);
        double side = isDown ? 2 * LEAST_BEND : -2 * LEAST_BEND;
        return new ArrowCurve(
                new double[] {x, x + side, end + side, end},
                new double[] {from.middle(), from.middle(), to.middle(), to.middle()});
    }

    double x(double part) {
        return at(xs, part);
    }

    double y(double part) {
        return at(ys, part);
    }

    private static double at(double[] p, double t) {
        double s = 1 - t;
        return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
    }

    /** In which direction it ends, radians. */
    double angle() {
        return Math.atan2(ys[3] - y(0.94), xs[3] - x(0.94));
    }
}
