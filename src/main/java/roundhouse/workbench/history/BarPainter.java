package roundhouse.workbench.history;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import roundhouse.storage.lanes.BarShape;
import roundhouse.storage.lanes.HistoryLanes;

/** Paints bars: a hollow one with round ends only looks, a full one writes, one with points does both. */
final class BarPainter {
    private static final double POINT = 6;
    /** No words are looked for where there is less room. */
    private static final double LEAST_WORDS = 40;

    private static final double FAINT = 0.5;
    /** How full a bar is that may have happened or not. */
    private static final double UNSURE = 0.3;
    /** Left free behind a full bar, so that the next one is another. */
    private static final double BETWEEN = 2.5;
    /** What lies so far out of sight is not painted. */
    private static final double OUT = 20;

    private final GraphicsContext to;
    private final Function<LaneInk, Color> inks;
    private final HistoryLanes lanes;
    private final double width;

    /** @param width of the picture */
    BarPainter(GraphicsContext to, Function<LaneInk, Color> inks, HistoryLanes lanes, double width) {
        this.to = to;
        this.inks = inks;
        this.lanes = lanes;
        this.width = width;
    }

    /** @param isFaint whether it is not one of the few that matter */
    void paint(int operation, LaneBox box, boolean isFaint) {
        boolean isSure = lanes.number(operation) == 0 || lanes.isNeeded(operation);
        Color colour = colour(operation, isFaint);
        to.setStroke(colour);
        to.setLineWidth(isFaint ? 1 : 1.5);
        to.setFill(colour.deriveColor(0, 1, 1, isSure ? 1 : UNSURE));
        to.setLineDashes(isSure ? new double[0] : new double[] {3, 2});
        boolean isOpen = !lanes.history().isKnown(operation);
        double x = Math.max(box.x(), -OUT);
        double right = isOpen && box.right() >= width ? width + OUT : Math.min(box.right(), width + OUT);
        outline(shape(operation), new LaneBox(x, box.y(), right - x, box.height()));
        if (isOpen) {
            to.setLineDashes(2, 2);
            to.strokeLine(right, box.middle(), right + 8, box.middle());
        }
        to.setLineDashes();
    }

    private BarShape shape(int operation) {
        return BarShape.of(lanes.history().kind(operation));
    }

    private Color colour(int operation, boolean isFaint) {
        if (isFaint) {
            return inks.apply(LaneInk.FAINT).deriveColor(0, 1, 1, FAINT);
        }
        if (lanes.isWrong(operation)) {
            return inks.apply(LaneInk.WRONG);
        }
        return inks.apply(
                switch (shape(operation)) {
                    case READS -> LaneInk.READ;
                    case WRITES -> LaneInk.WRITE;
                    case LOOKS_AND_WRITES -> LaneInk.BOTH;
                });
    }

    private void outline(BarShape shape, LaneBox box) {
        switch (shape) {
            case READS -> {
                double arc = box.height();
                to.setFill(inks.apply(LaneInk.GROUND));
                to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
                to.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
            }
            case WRITES -> {
                double wide = Math.max(1, box.width() - BETWEEN);
                to.fillRect(box.x(), box.y(), wide, box.height());
                to.strokeRect(box.x(), box.y(), wide, box.height());
            }
            case LOOKS_AND_WRITES -> {
                double point = Math.min(POINT, box.width() / 2);
                double top = box.y();
                double bottom = box.y() + box.height();
                double[] xs = {
                    box.x(), box.x() + point, box.right() - point, box.right(), box.right() - point, box.x() + point
                };
                double[] ys = {box.middle(), top, top, box.middle(), bottom, bottom};
                to.fillPolygon(xs, ys, xs.length);
                to.strokePolygon(xs, ys, xs.length);
            }
        }
    }

    /** What it was, in the bar, where it fits. */
    void inside(int operation, LaneBox box, ToDoubleFunction<String> measure) {
        double left = Math.max(0, box.x());
        double room = box.right() - left - 2 * POINT - 4;
        if (room < LEAST_WORDS) {
            return;
        }
        String words = lanes.words(operation);
        if (measure.applyAsDouble(words) < room) {
            Color text = inks.apply(LaneInk.TEXT);
            to.setFill(shape(operation) == BarShape.READS ? text : darker(text, inks.apply(LaneInk.GROUND)));
            to.fillText(words, left + POINT + 2, box.middle());
        }
    }

    /** What can be read on a full bar, whose colours are as light in the dark. */
    private static Color darker(Color one, Color other) {
        return one.getBrightness() < other.getBrightness() ? one : other;
    }
}
