package roundhouse.storage.checking;

import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/** How stale the reads of one key are at most: the least bound that holds. */
final class Staleness {
    /** What a bound is where none holds, because a read answered what nobody had written. */
    static final long NONE = -1;

    /** What it is where the budget was used up. */
    static final long UNKNOWN = -2;

    private Staleness() {}

    /** The reads that answered what nobody had begun to write when they returned; no bound helps them. */
    static int[] invented(OperationHistory history) {
        return IntStream.range(0, history.size())
                .filter(i -> history.kind(i) == OperationKind.READ && history.isNeeded(i) && !hasSource(history, i))
                .toArray();
    }

    private static boolean hasSource(OperationHistory history, int read) {
        if (history.result(read) == history.initial()) {
            return true;
        }
        for (int i = 0; i < history.size() && history.call(i) <= history.returned(read); i++) {
            if (history.kind(i) == OperationKind.WRITE && history.argument(i) == history.result(read)) {
                return true;
            }
        }
        return false;
    }

    /** The least number of latest versions, from 1, of which every read answers one. */
    static long versions(OperationHistory history, Budget budget) {
        if (invented(history).length > 0) {
            return NONE;
        }
        if (HistoryRule.linearizable().keeps(history, budget.part(4L * history.size() + 1)) == Answer.YES) {
            return 1;
        }
        long writes = IntStream.range(0, history.size())
                .filter(i -> history.kind(i) == OperationKind.WRITE)
                .count();
        return least(
                1, writes + 1, bound -> HistoryRule.atomicWithin((int) bound).keeps(history, budget));
    }

    /** The least time by which the reads must be called earlier, from 0. */
    static long time(OperationHistory history, Budget budget) {
        if (invented(history).length > 0) {
            return NONE;
        }
        long longest = 0;
        long firstReturn = Long.MAX_VALUE;
        for (int i = 0; i < history.size(); i++) {
            firstReturn = Math.min(firstReturn, history.returned(i));
            longest = Math.max(longest, history.call(i) - firstReturn);
        }
        return least(0, longest, bound -> HistoryRule.atomicWithinTime(bound).keeps(history, budget));
    }

    /** What is right for a bound. */
    @FunctionalInterface
    private interface Trial {
        Answer holds(long bound);
    }

    /** The least bound that holds, of those from one to another, which does; found by doubling and halving. */
    private static long least(long from, long to, Trial trial) {
        long low = from;
        long step = 1;
        long high = from;
        while (high < to) {
            Answer answer = trial.holds(high);
            if (answer == Answer.UNKNOWN) {
                return UNKNOWN;
            }
            if (answer == Answer.YES) {
                break;
            }
            low = high + 1;
            high = Math.min(to, high + step);
            step *= 2;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            Answer answer = trial.holds(middle);
            if (answer == Answer.UNKNOWN) {
                return UNKNOWN;
            }
            if (answer == Answer.YES) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
}
