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
    private final List<Long> taken = new ArrayList<>();

    /**
     * Fills in the row of each, and when its bar ends.
     *
     * @param operations of one client, in the order of their calls
     * @param matters which of them are shown to their end
     * @param rows by operation
     * @param ends by operation; {@link OperationHistory#NEVER} for one that is open to the right for good
     * @return how many rows there are, from 1
     */
    static int fill(OperationHistory history, int[] operations, IntPredicate matters, int[] rows, long[] ends) {
        LaneRows lane = new LaneRows();
        for (int i = 0; i < operations.length; i++) {
            int operation = operations[i];
            boolean isCut = !history.isKnown(operation) && !matters.test(operation) && i + 1 < operations.length;
            ends[operation] = isCut ? history.call(operations[i + 1]) : history.returned(operation);
            rows[operation] = lane.take(history.call(operation), ends[operation]);
        }
        return Math.max(1, lane.taken.size());
    }

    private int take(long call, long end) {
        for (int row = 0; row < taken.size(); row++) {
            if (taken.get(row) <= call) {
                taken.set(row, end);
                return row;
            }
        }
        taken.add(end);
        return taken.size() - 1;
    }
}
