package roundhouse.storage.searching.orders;

import java.util.Comparator;
import java.util.stream.IntStream;
import roundhouse.storage.history.OperationHistory;

/**
 * The order of real time: one operation comes before another if it returned before the other was called; at the same moment they are
 * concurrent. After Wing and Gong (1993) with the list of Lowe (2017): a list of what is left in the order of calls, of which those up to
 * the first return may come next. What is optional leaves the list when something was taken that was called after its return.
 */
final class RealTime extends Precedence {
    private final OperationHistory history;
    private final int[] next;
    private final int[] previous;
    private final int end;
    /** What is optional and returned, by its return. */
    private final int[] expiring;

    private final boolean[] expired;
    private int expiredUntil;
    private final long[] latestCalls;
    private final int[] expiredUntils;
    private int depth;

    RealTime(OperationHistory history) {
        super(history.size());
        this.history = history;
        end = history.size();
        next = new int[end + 1];
        previous = new int[end + 1];
        for (int i = 0; i <= end; i++) {
            next[i] = i == end ? 0 : i + 1;
            previous[i] = i == 0 ? end : i - 1;
        }
        expiring = IntStream.range(0, end)
                .filter(i -> history.isKnown(i) && !history.isNeeded(i))
                .boxed()
                .sorted(Comparator.comparingLong(history::returned))
                .mapToInt(Integer::intValue)
                .toArray();
        expired = new boolean[end];
        latestCalls = new long[end + 1];
        latestCalls[0] = Long.MIN_VALUE;
        expiredUntils = new int[end + 1];
    }

    @Override
    int available(int[] into, int at) {
        long firstReturn = Long.MAX_VALUE;
        int count = at;
        for (int i = next[end]; i != end && history.call(i) <= firstReturn; i = next[i]) {
            into[count++] = i;
            if (history.isNeeded(i)) {
                firstReturn = Math.min(firstReturn, history.returned(i));
            }
        }
        return count;
    }

    @Override
    boolean isAvailable(int unknown) {
        // One that was called before another unknown one, of which this is asked, is as free as that.
        return !isGone(unknown);
    }

    @Override
    boolean excludesNothing(int operation) {
        int i = expiredUntil;
        while (i < expiring.length && isGone(expiring[i])) {
            i++;
        }
        return i == expiring.length || history.returned(expiring[i]) >= history.call(operation);
    }

    @Override
    void take(int operation) {
        remove(operation);
        expiredUntils[depth] = expiredUntil;
        long latest = Math.max(latestCalls[depth], history.call(operation));
        latestCalls[++depth] = latest;
        while (expiredUntil < expiring.length && history.returned(expiring[expiredUntil]) < latest) {
            int late = expiring[expiredUntil++];
            if (!isGone(late)) {
                remove(late);
                expired[late] = true;
            }
        }
    }

    @Override
    void giveBack(int operation) {
        depth--;
        while (expiredUntil > expiredUntils[depth]) {
            int late = expiring[--expiredUntil];
            if (expired[late]) {
                expired[late] = false;
                restore(late);
            }
        }
        restore(operation);
    }

    private void remove(int operation) {
        setGone(operation, true);
        next[previous[operation]] = next[operation];
        previous[next[operation]] = previous[operation];
    }

    private void restore(int operation) {
        setGone(operation, false);
        next[previous[operation]] = operation;
        previous[next[operation]] = operation;
    }
}
