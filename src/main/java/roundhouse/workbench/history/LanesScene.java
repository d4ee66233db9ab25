package roundhouse.workbench.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.searching.Reason;

/** Where the bars of a counter-example, their words, and the arrows between them are in sight, so that no words cover others. */
final class LanesScene {
    /** The circle with a bar's number. */
    static final double BADGE = 16;

    private static final double GAP = 5;
    private static final double WORD_HEIGHT = 16;
    private static final double[] PLACES = {0.5, 0.38, 0.62, 0.26, 0.74, 0.16, 0.84};

    /**
     * @param place of the number and the words behind it
     * @param words empty where there is room for the number only
     */
    record Words(int operation, LaneBox place, String words) {}

    /** @param label where its words are; null-sized where there is no room for them */
    record Arrow(Reason reason, ArrowCurve curve, LaneBox label) {
        boolean hasLabel() {
            return label.width() > 0;
        }
    }

    private final LanesModel model;
    private final HistoryLanes lanes;
    private final ToDoubleFunction<String> measure;
    private final List<LaneBox> taken = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();

    /** @param measure how wide a text is, pixels */
    LanesScene(LanesModel model, ToDoubleFunction<String> measure) {
        this.model = model;
        lanes = model.lanes();
        this.measure = measure;
        int[] example = lanes.example();
        IntStream.of(example).filter(this::isInSight).forEach(operation -> taken.add(box(operation)));
        for (int lane = 0; lane < lanes.count(); lane++) {
            for (int row = 0; row < lanes.rows(lane); row++) {
                placeWords(inRow(example, lane, row));
            }
        }
        lanes.arrows().forEach(this::placeArrow);
    }

    List<Words> words() {
        return words;
    }

    List<Arrow> arrows() {
        return arrows;
    }

    /** Where a bar is in the picture. */
    LaneBox box(int operation) {
        LanesLayout layout = model.layout();
        double x = model.window().x(lanes.history().call(operation));
        double height = layout.barHeight(operation);
        double end = layout.end(operation, model.window(), model.width());
        return new LaneBox(x, layout.top(operation, height) - model.offset(), end - x, height);
    }

    private boolean isInSight(int operation) {
        LaneBox box = box(operation);
        return box.right() >= 0 && box.x() <= model.width();
    }

    private List<Integer> inRow(int[] example, int lane, int row) {
        return Arrays.stream(example)
                .filter(operation -> lanes.lane(operation) == lane && lanes.row(operation) == row)
                .filter(this::isInSight)
                .boxed()
                .sorted(Comparator.comparingLong(lanes.history()::call))
                .toList();
    }

    private void placeWords(List<Integer> row) {
        double free = 0;
        for (int i = 0; i < row.size(); i++) {
            int operation = row.get(i);
            LaneBox box = box(operation);
            String all = lanes.words(operation) + (lanes.isWrong(operation) ? " ✕" : "");
            double wide = BADGE + GAP + measure.applyAsDouble(all);
            double x = Math.max(free, Math.max(0, Math.min(box.x(), model.width() - wide)));
            double next = i + 1 < row.size() ? box(row.get(i + 1)).x() : model.width();
            boolean fits = x + wide <= Math.max(next, x + BADGE) || i + 1 == row.size();
            double y = model.layout().isBelow(operation) ? box.y() + box.height() + 2 : box.y() - WORD_HEIGHT - 2;
            LaneBox place = new LaneBox(x, y, fits ? wide : BADGE, WORD_HEIGHT);
            taken.add(place);
            words.add(new Words(operation, place, fits ? all : ""));
            free = place.right() + 2;
        }
    }

    private void placeArrow(Reason reason) {
        LaneBox from = box(reason.from());
        LaneBox to = box(reason.to());
        if (Math.max(from.right(), to.right()) < 0 || Math.min(from.x(), to.x()) > model.width()) {
            return;
        }
        ArrowCurve curve = ArrowCurve.of(reason.kind(), from, to, model.width());
        arrows.add(new Arrow(
                reason, curve, label(curve, measure.applyAsDouble(reason.kind().words()) + 2 * GAP)));
    }

    private LaneBox label(ArrowCurve curve, double wide) {
        for (double part : PLACES) {
            double x = Math.clamp(curve.x(part) - wide / 2, 0, Math.max(0, model.width() - wide));
            LaneBox place = new LaneBox(x, curve.y(part) - WORD_HEIGHT / 2, wide, WORD_HEIGHT);
            if (taken.stream().noneMatch(place::touches)) {
                taken.add(place);
                return place;
            }
        }
        return new LaneBox(0, 0, 0, 0);
    }
}
