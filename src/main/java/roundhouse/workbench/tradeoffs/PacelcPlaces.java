package roundhouse.workbench.tradeoffs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/** Where the points of a chart stand, and their names beside them, so that none covers another. Pixels. */
final class PacelcPlaces {
    static final double LEFT = 62;
    static final double BOTTOM = 40;
    static final double TOP = 10;
    static final double RIGHT = 20;
    static final double MARK = 13;
    /** Below nothing, for what stands there. */
    static final double FOOT = 10;

    private static final double GAP = 4;
    private static final double NAME_HEIGHT = 16;

    private final PacelcModel model;
    private final PacelcAxis across;
    private final StaleScale up;
    private final double width;
    private final double height;
    private final List<Bounds> taken = new ArrayList<>();

    PacelcPlaces(PacelcModel model, double width, double height) {
        this.model = model;
        this.width = width;
        this.height = height;
        across = model.axis();
        up = StaleScale.upTo(model.mostStale(), model.stalenessProperty().get());
    }

    PacelcAxis across() {
        return across;
    }

    StaleScale up() {
        return up;
    }

    double x(double value) {
        // Half a mark is free at both ends, for what stands there.
        return LEFT + MARK + across.at(value) * (width - LEFT - RIGHT - 2 * MARK);
    }

    double y(double stale) {
        return height - BOTTOM - FOOT - up.at(stale) * (height - BOTTOM - FOOT - TOP);
    }

    Point2D of(PacelcPoint point) {
        return new Point2D(x(point.across()), y(model.stale(point)));
    }

    Point2D of(PbsLine.Point point) {
        return new Point2D(x(point.latencyNanos()), y(model.stale(point)));
    }

    /**
     * Where the names of all points go, in the order of the points; null-sized for one without room.
     *
     * @param measure how wide a name is
     */
    List<Bounds> names(ToDoubleFunction<PacelcPoint> measure) {
        taken.clear();
        model.points().forEach(point -> taken.add(around(of(point))));
        List<Bounds> names = new ArrayList<>();
        for (PacelcPoint point : model.points()) {
            names.add(place(of(point), measure.applyAsDouble(point)));
        }
        return names;
    }

    /** Where a further name goes once those of the points have their places; null-sized without room. */
    Bounds further(Point2D at, double wide) {
        return place(at, wide);
    }

    private static Bounds around(Point2D at) {
        return new BoundingBox(at.getX() - MARK / 2, at.getY() - MARK / 2, MARK, MARK);
    }

    private Bounds place(Point2D at, double wide) {
        double beside = MARK / 2 + GAP;
        double middle = at.getY() - NAME_HEIGHT / 2;
        Bounds[] places = {
            new BoundingBox(at.getX() + beside, middle, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() - beside - wide, middle, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() - wide / 2, at.getY() - beside - NAME_HEIGHT, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() - wide / 2, at.getY() + beside, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() + beside, at.getY() - beside - NAME_HEIGHT, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() - beside - wide, at.getY() - beside - NAME_HEIGHT, wide, NAME_HEIGHT),
            new BoundingBox(at.getX() + beside, at.getY() + beside, wide, NAME_HEIGHT)
        };
        for (Bounds place : places) {
            boolean isInside = place.getMinX() >= LEFT
                    && place.getMaxX() <= width
                    && place.getMinY() >= 0
                    && place.getMaxY() <= height - BOTTOM + 2;
            if (isInside && taken.stream().noneMatch(place::intersects)) {
                taken.add(place);
                return place;
            }
        }
        return new BoundingBox(0, 0, 0, 0);
    }
}
