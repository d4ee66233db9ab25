package roundhouse.workbench.history;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.BarShape;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.searching.Reason;

/** Paints lanes: shape says what an operation does, full colour that it is one of the few, a cross that it would be wrong. */
final class LanesPainter {
    /** From one mark of the axis to the next at least. */
    private static final double APART = 90;

    private static final double POINT = 6;
    /** No words are looked for where there is less room. */
    private static final double LEAST_WORDS = 40;

    private static final double HEAD = 7;

    private final GraphicsContext to;
    private final Function<LaneInk, Color> inks;
    private final LanesModel model;
    private final HistoryLanes lanes;
    private final ToDoubleFunction<String> measure;
    private final double height;
    private final Font plain;
    private final Font bold;

    LanesPainter(
            GraphicsContext to,
            Function<LaneInk, Color> inks,
            LanesModel model,
            ToDoubleFunction<String> measure,
            double height) {
        this.to = to;
        this.inks = inks;
        this.model = model;
        lanes = model.lanes();
        this.measure = measure;
        this.height = height;
        plain = Font.font(Font.getDefault().getFamily(), 12);
        bold = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11);
    }

    /** @param hovered the operation under the pointer, or {@link LanesModel#NONE} */
    void paint(int hovered) {
        to.setTextBaseline(VPos.CENTER);
        to.setTextAlign(TextAlignment.LEFT);
        to.setFont(plain);
        bands();
        grid();
        boolean isAllFaint = lanes.example().length > 0;
        LanesScene scene = new LanesScene(model, measure);
        for (int lane = firstLane(); lane < lanes.count() && top(lane) < height; lane++) {
            rest(lane, scene, isAllFaint);
        }
        scene.arrows().forEach(this::arrow);
        for (int operation : lanes.example()) {
            bar(operation, scene.box(operation), 1);
        }
        scene.words().forEach(this::words);
        scene.arrows().forEach(this::label);
        ring(scene, hovered, inks.apply(LaneInk.MUTED));
        ring(scene, model.selectedProperty().get(), inks.apply(LaneInk.LIT));
    }

    private int firstLane() {
        return lanes.count() == 0 ? 0 : model.layout().laneAt(model.offset());
    }

    private double top(int lane) {
        return model.layout().top(lane) - model.offset();
    }

    private void bands() {
        for (int lane = firstLane(); lane < lanes.count() && top(lane) < height; lane++) {
            if (lane % 2 == 1) {
                to.setFill(inks.apply(LaneInk.BAND));
                to.fillRect(0, top(lane), model.width(), model.layout().height(lane));
            }
        }
    }

    private void grid() {
        TimeWindow window = model.window();
        long step = window.step(APART);
        long first = Math.floorDiv(window.time(0), step) * step;
        to.setStroke(inks.apply(LaneInk.GRID));
        to.setLineWidth(1);
        for (long mark = first; window.x(mark) < model.width(); mark += step) {
            double x = Math.floor(window.x(mark)) + 0.5;
            to.strokeLine(x, 0, x, height);
        }
    }

    /** The bars of a lane that are not in the counter-example; those that would fall on the pixel of another are one. */
    private void rest(int lane, LanesScene scene, boolean isFaint) {
        double[] painted = new double[lanes.rows(lane)];
        Arrays.fill(painted, Double.NEGATIVE_INFINITY);
        OperationHistory history = lanes.history();
        for (int place = 0; place < lanes.size(lane); place++) {
            int operation = lanes.operation(lane, place);
            double x = model.window().x(history.call(operation));
            if (x > model.width()) {
                return;
            }
            LaneBox box = scene.box(operation);
            int row = lanes.row(operation);
            if (lanes.number(operation) == 0 && box.right() >= 0 && box.right() > painted[row] + 1) {
                painted[row] = box.right();
                bar(operation, box, isFaint ? 0.5 : 1);
                inside(operation, box, isFaint);
            }
        }
    }

    private void inside(int operation, LaneBox box, boolean isFaint) {
        double room = box.width() - 2 * POINT - 4;
        if (isFaint || room < LEAST_WORDS) {
            return;
        }
        String words = lanes.words(operation);
        if (measure.applyAsDouble(words) < room) {
            to.setFill(
                    BarShape.of(lanes.history().kind(operation)) == BarShape.READS
                            ? inks.apply(LaneInk.TEXT)
                            : darker(inks.apply(LaneInk.TEXT), inks.apply(LaneInk.GROUND)));
            to.fillText(words, Math.max(0, box.x()) + POINT + 2, box.middle());
        }
    }

    /** What can be read on a full bar, whose colours are as light in the dark. */
    private static Color darker(Color one, Color other) {
        return one.getBrightness() < other.getBrightness() ? one : other;
    }

    private Color colour(int operation, double strength) {
        if (strength < 1) {
            return inks.apply(LaneInk.FAINT).deriveColor(0, 1, 1, strength);
        }
        if (lanes.isWrong(operation)) {
            return inks.apply(LaneInk.WRONG);
        }
        return inks.apply(
                switch (BarShape.of(lanes.history().kind(operation))) {
                    case READS -> LaneInk.READ;
                    case WRITES -> LaneInk.WRITE;
                    case LOOKS_AND_WRITES -> LaneInk.BOTH;
                });
    }

    private void bar(int operation, LaneBox box, double strength) {
        boolean isOpen = !lanes.history().isKnown(operation);
        Color colour = colour(operation, strength);
        boolean isSure = lanes.number(operation) == 0 || lanes.isNeeded(operation);
        to.setStroke(colour);
        to.setLineWidth(strength < 1 ? 1 : 1.5);
        to.setFill(colour.deriveColor(0, 1, 1, isSure ? 1 : 0.3));
        to.setLineDashes(isSure ? new double[0] : new double[] {3, 2});
        outline(BarShape.of(lanes.history().kind(operation)), box, isOpen, strength);
        to.setLineDashes();
    }

    private void outline(BarShape shape, LaneBox box, boolean isOpen, double strength) {
        double x = Math.max(box.x(), -20);
        double right = Math.min(box.right(), model.width() + 20);
        double point = isOpen ? 0 : Math.min(POINT, (right - x) / 2);
        double top = box.y();
        double bottom = box.y() + box.height();
        switch (shape) {
            case READS -> {
                double arc = box.height();
                to.setFill(inks.apply(LaneInk.GROUND));
                to.fillRoundRect(x, top, right - x, box.height(), arc, arc);
                to.strokeRoundRect(x, top, right - x + (isOpen ? 20 : 0), box.height(), arc, arc);
            }
            case WRITES -> {
                to.fillRect(x, top, right - x, box.height());
                if (strength == 1) {
                    to.strokeRect(x, top, right - x, box.height());
                }
            }
            case LOOKS_AND_WRITES -> {
                double[] xs = {x, x + Math.min(POINT, (right - x) / 2), right - point, right, right - point};
                double left = xs[1];
                to.fillPolygon(
                        new double[] {x, left, right - point, right, right - point, left},
                        new double[] {box.middle(), top, top, box.middle(), bottom, bottom},
                        6);
            }
        }
        if (isOpen && box.right() <= model.width()) {
            to.setLineDashes(2, 2);
            to.strokeLine(right, box.middle(), right + 8, box.middle());
        }
    }

    private void words(LanesScene.Words words) {
        int operation = words.operation();
        LaneBox place = words.place();
        if (place.width() > LanesScene.BADGE) {
            to.setFill(inks.apply(LaneInk.GROUND));
            to.fillRoundRect(place.x(), place.y(), place.width() + 3, place.height(), place.height(), place.height());
        }
        Color colour = lanes.isWrong(operation) ? inks.apply(LaneInk.WRONG) : inks.apply(LaneInk.TEXT);
        to.setFill(colour);
        to.fillOval(place.x(), place.y(), LanesScene.BADGE, LanesScene.BADGE);
        to.setFill(inks.apply(LaneInk.GROUND));
        to.setFont(bold);
        to.setTextAlign(TextAlignment.CENTER);
        double middle = place.y() + LanesScene.BADGE / 2;
        to.fillText(Integer.toString(lanes.number(operation)), place.x() + LanesScene.BADGE / 2, middle);
        to.setTextAlign(TextAlignment.LEFT);
        to.setFont(plain);
        to.setFill(colour);
        to.fillText(words.words(), place.x() + LanesScene.BADGE + 5, middle);
    }

    private Color colour(Reason.Kind kind) {
        return inks.apply(
                switch (kind) {
                    case OVERWROTE, MUST_BE_SEEN -> LaneInk.WRONG;
                    case ANSWERED -> LaneInk.READ;
                    case RETURNED_BEFORE, ASKED_BEFORE, COMES_BEFORE -> LaneInk.ARROW;
                });
    }

    private void arrow(LanesScene.Arrow arrow) {
        ArrowCurve curve = arrow.curve();
        Color colour = colour(arrow.reason().kind());
        to.setStroke(colour);
        to.setFill(colour);
        to.setLineWidth(arrow.reason().kind() == Reason.Kind.OVERWROTE ? 2 : 1.3);
        to.setLineDashes(arrow.reason().kind() == Reason.Kind.ANSWERED ? new double[] {5, 3} : new double[0]);
        to.beginPath();
        to.moveTo(curve.xs()[0], curve.ys()[0]);
        to.bezierCurveTo(curve.xs()[1], curve.ys()[1], curve.xs()[2], curve.ys()[2], curve.xs()[3], curve.ys()[3]);
        to.stroke();
        to.setLineDashes();
        double angle = curve.angle();
        double x = curve.xs()[3];
        double y = curve.ys()[3];
        to.fillPolygon(
                new double[] {x, x - HEAD * Math.cos(angle - 0.45), x - HEAD * Math.cos(angle + 0.45)},
                new double[] {y, y - HEAD * Math.sin(angle - 0.45), y - HEAD * Math.sin(angle + 0.45)},
                3);
    }

    private void label(LanesScene.Arrow arrow) {
        if (arrow.hasLabel()) {
            LaneBox box = arrow.label();
            to.setFill(inks.apply(LaneInk.GROUND));
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
            to.setFill(colour(arrow.reason().kind()));
            to.fillText(arrow.reason().kind().words(), box.x() + 5, box.middle());
        }
    }

    private void ring(LanesScene scene, int operation, Color colour) {
        if (operation != LanesModel.NONE) {
            LaneBox box = scene.box(operation);
            double x = Math.max(-10, box.x());
            to.setStroke(colour);
            to.setLineWidth(2);
            to.strokeRoundRect(
                    x - 3, box.y() - 3, Math.min(model.width() + 10, box.right()) - x + 6, box.height() + 6, 8, 8);
        }
    }
}
