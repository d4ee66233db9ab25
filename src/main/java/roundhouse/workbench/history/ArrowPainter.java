package roundhouse.workbench.history;

import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import roundhouse.storage.searching.Reason;

/** Paints the arrows between the bars of a counter-example, and what they say. */
final class ArrowPainter {
    private static final double HEAD = 7;
    /** Between the way of an arrow and an edge of its head, radians. */
    private static final double SPREAD = 0.45;

    private final GraphicsContext to;
    private final Function<LaneInk, Color> inks;

    ArrowPainter(GraphicsContext to, Function<LaneInk, Color> inks) {
        this.to = to;
        this.inks = inks;
    }

    private Color colour(Reason.Kind kind) {
        return inks.apply(
                switch (kind) {
                    case OVERWROTE, MUST_BE_SEEN -> LaneInk.WRONG;
                    case ANSWERED -> LaneInk.READ;
                    case RETURNED_BEFORE, ASKED_BEFORE, COMES_BEFORE -> LaneInk.ARROW;
                });
    }

    void paint(LanesScene.Arrow arrow) {
        Reason.Kind kind = arrow.reason().kind();
        ArrowCurve curve = arrow.curve();
        double[] xs = curve.xs();
        double[] ys = curve.ys();
        to.setStroke(colour(kind));
        to.setFill(colour(kind));
        to.setLineWidth(kind == Reason.Kind.OVERWROTE ? 2 : 1.3);
        to.setLineDashes(kind == Reason.Kind.ANSWERED ? new double[] {5, 3} : new double[0]);
        to.beginPath();
        to.moveTo(xs[0], ys[0]);
        to.bezierCurveTo(xs[1], ys[1], xs[2], ys[2], xs[3], ys[3]);
        to.stroke();
        to.setLineDashes();
        double one = curve.angle() - SPREAD;
        double other = curve.angle() + SPREAD;
        to.fillPolygon(
                new double[] {xs[3], xs[3] - HEAD * Math.cos(one), xs[3] - HEAD * Math.cos(other)},
                new double[] {ys[3], ys[3] - HEAD * Math.sin(one), ys[3] - HEAD * Math.sin(other)},
                3);
    }

    void label(LanesScene.Arrow arrow) {
        if (arrow.hasLabel()) {
            LaneBox box = arrow.label();
            to.setFill(inks.apply(LaneInk.GROUND));
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
            to.setFill(colour(arrow.reason().kind()));
            to.fillText(arrow.reason().kind().words(), box.x() + 5, box.middle());
        }
    }
}
