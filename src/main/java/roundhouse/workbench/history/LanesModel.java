package roundhouse.workbench.history;

import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;

/** What of a history is in sight, and which of its operations is chosen. Lengths are pixels. */
final class LanesModel {
    static final int NONE = LanesLayout.NONE;

    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", NONE);
    private final HistoryLanes lanes;
    private final LanesLayout layout;
    private double width;
    private double height;
    private double offset;
    private @Nullable TimeWindow window;

    LanesModel(HistoryLanes lanes) {
        this.lanes = lanes;
        layout = new LanesLayout(lanes);
    }

    HistoryLanes lanes() {
        return lanes;
    }

    LanesLayout layout() {
        return layout;
    }

    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** How much room there is. The first time, the counter-example is brought into sight, or everything where there is none. */
    void size(double newWidth, double newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        if (window == null) {
            fitExample();
        } else {
            window = window.within(lanes.from(), lanes.until(), width);
        }
        scrollTo(offset);
    }

    TimeWindow window() {
        TimeWindow shown = window;
        return shown == null ? whole() : shown;
    }

    double width() {
        return width;
    }

    /** How far down the lanes are scrolled. */
    double offset() {
        return offset;
    }

    double mostOffset() {
        return Math.max(0, layout.height() - height);
    }

    void scrollTo(double newOffset) {
        offset = Math.clamp(newOffset, 0, mostOffset());
    }

    private TimeWindow whole() {
        return TimeWindow.around(lanes.from(), lanes.from(), lanes.until(), width);
    }

    void fitAll() {
        window = whole();
    }

    /** Brings the counter-example into sight, or everything where there is none. */
    void fitExample() {
        OperationHistory history = lanes.history();
        int[] example = lanes.example();
        if (example.length == 0) {
            fitAll();
            return;
        }
        long from = IntStream.of(example).mapToLong(history::call).min().orElseThrow();
        long until = IntStream.of(example)
                .mapToLong(i -> history.isKnown(i) ? history.returned(i) : history.call(i))
                .max()
                .orElseThrow();
        window = TimeWindow.around(lanes.from(), from, until, width);
        scrollTo(0);
    }

    /** So many times as close, around that place. */
    void zoom(double times, double x) {
        window = window().zoomed(times, x, whole().perPixel()).within(lanes.from(), lanes.until(), width);
    }

    /** So many pixels later. */
    void move(double pixels) {
        window = window().moved(pixels).within(lanes.from(), lanes.until(), width);
    }

    /** The operation at that place of the picture, or {@link #NONE}. */
    int at(double x, double y) {
        return layout.at(x, y + offset, window(), width);
    }

    /** Chooses one, and brings it into sight. */
    void select(int operation) {
        selected.set(operation);
        if (operation != NONE) {
            bringInSight(operation);
        }
    }

    private void bringInSight(int operation) {
        TimeWindow now = window();
        double x = now.x(lanes.history().call(operation));
        if (x < 0 || x > width * 0.95) {
            move(x - width / 3);
        }
        double top = layout.top(operation, LanesLayout.BAR) - LanesLayout.WORDS;
        double bottom = layout.top(operation, LanesLayout.BAR) + LanesLayout.BAR;
        scrollTo(Math.min(top, Math.max(offset, bottom - height)));
    }

    /** To the next operation of the same lane, or the one before. */
    void step(int by) {
        if (selected.get() == NONE) {
            begin();
            return;
        }
        int lane = lanes.lane(selected.get());
        int place = place(lane, selected.get()) + by;
        if (place >= 0 && place < lanes.size(lane)) {
            select(lanes.operation(lane, place));
        }
    }

    /** To the next lane or the one before, to what was called last there by that time. */
    void stepLane(int by) {
        if (selected.get() == NONE) {
            begin();
            return;
        }
        int lane = lanes.lane(selected.get()) + by;
        if (lane >= 0 && lane < lanes.count()) {
            long call = lanes.history().call(selected.get());
            int before = NONE;
            for (int place = 0; place < lanes.size(lane); place++) {
                int operation = lanes.operation(lane, place);
                if (before == NONE || lanes.history().call(operation) <= call) {
                    before = operation;
                }
            }
            select(before);
        }
    }

    /** To the next operation of the counter-example, or the one before; around at its ends. */
    void stepExample(int by) {
        int[] example = lanes.example();
        if (example.length > 0) {
            int number = selected.get() == NONE ? 0 : lanes.number(selected.get());
            int next = number == 0 ? (by > 0 ? 0 : example.length - 1) : number - 1 + by;
            select(example[Math.floorMod(next, example.length)]);
        }
    }

    private void begin() {
        if (lanes.example().length > 0) {
            select(lanes.example()[0]);
        } else if (lanes.count() > 0) {
            select(lanes.operation(0, 0));
        }
    }

    private int place(int lane, int operation) {
        return IntStream.range(0, lanes.size(lane))
                .filter(place -> lanes.operation(lane, place) == operation)
                .findFirst()
                .orElse(0);
    }
}
