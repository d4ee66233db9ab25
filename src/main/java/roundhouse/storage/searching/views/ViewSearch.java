package roundhouse.storage.searching.views;

import java.util.Arrays;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.searching.Answer;
import roundhouse.storage.searching.Budget;

/**
 * Whether views and an order of the writes exist that keep {@link Promises}. Where each value is written once, the write of every answer
 * is known and there is one thing to look at; otherwise the sources are tried one read after the other, and given up as soon as those
 * decided contradict each other.
 */
public final class ViewSearch {
    /** The tables are as large as the square of the number of writes. */
    private static final long MOST_BYTES = 1L << 29;

    private final Sessions sessions;
    private final Promises promises;
    private final Budget budget;
    private final Views views;
    private final Arbitration arbitration;
    private final OwnOrders ownOrders;
    private final int[] source;

    /** Looks for views, if the history is not so long that the tables for it would not fit into memory. */
    public static Answer run(OperationHistory history, Promises promises, Budget budget) {
        long size = history.size();
        return size * size / 2 > MOST_BYTES ? Answer.UNKNOWN : new ViewSearch(history, promises, budget).run();
    }

    private ViewSearch(OperationHistory history, Promises promises, Budget budget) {
        sessions = new Sessions(history);
        this.promises = promises;
        this.budget = budget;
        views = new Views(sessions, promises);
        arbitration = new Arbitration(sessions);
        ownOrders = new OwnOrders(sessions);
        source = new int[sessions.reads.length];
    }

    private Answer run() {
        Arrays.fill(source, Views.OPEN);
        for (int i = 0; i < source.length; i++) {
            int[] sources = sessions.sources[i];
            if (sources.length == 0) {
                return Answer.NO;
            }
            if (sources.length == 1) {
                source[i] = sources[0];
            }
        }
        Answer possible = isPossible();
        return possible == Answer.YES ? decide(0) : possible;
    }

    private Answer decide(int from) {
        int read = from;
        while (read < source.length && source[read] != Views.OPEN) {
            read++;
        }
        if (read == source.length) {
            return Answer.YES;
        }
        for (int tried : sessions.sources[read]) {
            if (!budget.spend(1 + source.length)) {
                return Answer.UNKNOWN;
            }
            source[read] = tried;
            Answer possible = isPossible();
            Answer found = possible == Answer.YES ? decide(read + 1) : possible;
            if (found != Answer.NO) {
                return found;
            }
        }
        source[read] = Views.OPEN;
        return Answer.NO;
    }

    private Answer isPossible() {
        if (!views.close(source, budget)) {
            return Answer.UNKNOWN;
        }
        if (!promises.commonOrder()) {
            return ownOrders.arePossible(views, source, budget);
        }
        return arbitration.isPossible(views, source) ? Answer.YES : Answer.NO;
    }
}
