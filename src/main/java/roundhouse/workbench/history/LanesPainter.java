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
import roundhouse.storage.lanes.HistoryLanes;

/** Paints lanes: full colour says that an operation is one of the few, a cross that it would be wrong. */
final class LanesPainter {
    private final GraphicsContext to;
    private final Function<LaneInk, Color> inks;
    private final LanesModel model;
    private final HistoryLanes lanes;
    private final ToDoubleFunction<String> measure;
    private final double height;
    private final BarPainter bars;
    private final ArrowPainter arrows;
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
        bars = new BarPainter(to, inks, lanes, model.width());
        arrows = new ArrowPainter(to, inks);
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
        scene.arrows().forEach(arrows::paint);
        for (int operation : lanes.example()) {
            bars.paint(operation, scene.box(operation), false);
        }
        scene.words().forEach(this::words);
        scene.arrows().forEach(arrows::label);
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
        long step = window.step(LanesMargins.APART);
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
                bars.paint(operation, box, isFaint);
                if (!isFaint) {
                    bars.inside(operation, box, measure);
                }
            }
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
