package roundhouse.workbench.history;

import java.util.BitSet;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.lanes.HistoryLanes;
import roundhouse.storage.searching.Reason;

/** Where the lanes of a history stand below each other, and the bars in them. Lengths are pixels, from the top of the first lane. */
final class LanesLayout {
    /** No operation. */
    static final int NONE = -1;
    /** Above the bars of a lane that the counter-example is about, for their words. */
    static final double WORDS = 19;

    static final double BAR = 16;
    static final double FAINT_BAR = 10;
    /** A bar has so much width at least, and can be hit as far from it. */
    static final double LEAST = 4;

    private static final double BELOW = 10;
    private static final double PADDING = 5;

    private final HistoryLanes lanes;
    /** Whether there is no counter-example, so that no bar is less than another. */
    private final boolean isPlain;

    private final boolean[] isTold;
    private final BitSet below = new BitSet();
    private final boolean[] hasBelow;
    private final double[] tops;

    LanesLayout(HistoryLanes lanes) {
        this.lanes = lanes;
        isPlain = lanes.example().length == 0;
        isTold = new boolean[lanes.count()];
        for (int operation : lanes.example()) {
            isTold[lanes.lane(operation)] = true;
        }
        hasBelow = new boolean[lanes.count()];
        placeBelow();
        tops = new double[lanes.count() + 1];
        for (int lane = 0; lane < lanes.count(); lane++) {
            tops[lane + 1] = tops[lane] + 2 * PADDING + lanes.rows(lane) * rowHeight(lane);
        }
    }

    /** Words stand above a bar, but below where arrows come from above and none leaves downwards. */
    private void placeBelow() {
        for (Reason arrow : lanes.arrows()) {
            if (lanes.lane(arrow.from()) < lanes.lane(arrow.to())) {
                below.set(arrow.to());
            }
        }
        for (Reason arrow : lanes.arrows()) {
            if (lanes.lane(arrow.from()) < lanes.lane(arrow.to())) {
                below.clear(arrow.from());
            }
        }
        for (int operation : lanes.example()) {
            hasBelow[lanes.lane(operation)] |= below.get(operation);
        }
    }

    /** Whether the words of an operation of the counter-example stand below its bar. */
    boolean isBelow(int operation) {
        return below.get(operation);
    }

    private double rowHeight(int lane) {
        if (!isTold[lane]) {
            return (isPlain ? BAR : FAINT_BAR) + BELOW / 2;
        }
        return WORDS + BAR + (hasBelow[lane] ? WORDS : BELOW);
    }

    /** Of all lanes together. */
    double height() {
        return tops[tops.length - 1];
    }

    double top(int lane) {
        return tops[lane];
    }

    double height(int lane) {
        return tops[lane + 1] - tops[lane];
    }

    /** The lane at that height; the last one for what is below all. */
    int laneAt(double y) {
        int low = 0;
        int high = lanes.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (tops[middle] <= y) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The upper edge of an operation's bar. */
    double top(int operation, double barHeight) {
        int lane = lanes.lane(operation);
        double row = tops[lane] + PADDING + lanes.row(operation) * rowHeight(lane);
        return isTold[lane] ? row + WORDS + (BAR - barHeight) / 2 : row;
    }

    double barHeight(int operation) {
        return lanes.number(operation) > 0 || isPlain ? BAR : FAINT_BAR;
    }

    /** Where a bar ends across the picture; the picture's right edge where it is open. */
    double end(int operation, TimeWindow window, double width) {
        long end = lanes.end(operation);
        double x = window.x(lanes.history().call(operation));
        return end == OperationHistory.NEVER ? Math.max(width, x + LEAST) : Math.max(window.x(end), x + LEAST);
    }

    /** The operation at that place, one of the counter-example before others; {@link #NONE} if there is none. */
    int at(double x, double y, TimeWindow window, double width) {
        if (lanes.count() == 0 || y < 0 || y >= height()) {
            return NONE;
        }
        int lane = laneAt(y);
        int found = NONE;
        for (int place = 0; place < lanes.size(lane); place++) {
            int operation = lanes.operation(lane, place);
            double call = window.x(lanes.history().call(operation));
            if (call > x + LEAST) {
                break;
            }
            double top = top(operation, barHeight(operation));
            boolean isHit = x <= end(operation, window, width) + LEAST
                    && y >= top - LEAST
                    && y <= top + barHeight(operation) + LEAST;
            if (isHit && (found == NONE || lanes.number(operation) > 0)) {
                found = operation;
            }
        }
        return found;
    }
}
