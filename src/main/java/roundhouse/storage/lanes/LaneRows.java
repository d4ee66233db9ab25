package roundhouse.storage.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import roundhouse.storage.history.OperationHistory;

/**
 * Puts the operations of one client in rows in which none covers another. One without a known end keeps its row for good where it matters,
 * else until its client asks again.
 */
final class LaneRows {
    private final List<Long> ends = new ArrayList<>();

    /**
     * Fills in the row of each.
     *
     * @param operations of one client, in the order of their calls
     * @param matters which of them are shown to their end
     * @param rows by operation
     * @return how many rows there are, from 1
     */
    static int fill(OperationHistory history, int[] operations, IntPredicate matters, int[] rows) {
        LaneRows lane = new LaneRows();
        for (int i = 0; i < operations.length; i++) {
            int operation = operations[i];
            boolean isCut = !history.isKnown(operation) && !matters.test(operation) && i + 1 < operations.length;
            long end = isCut ? history.call(operations[i + 1]) : history.returned(operation);
            rows[operation] = lane.take(history.call(operation), end);
        }
        return Math.max(1, lane.ends.size());
    }

    private int take(long call, long end) {
        for (int row = 0; row < ends.size(); row++) {
            if (ends.get(row) <= call) {
                ends.set(row, end);
                return row;
            }
        }
        ends.add(end);
        return ends.size() - 1;
    }
}
