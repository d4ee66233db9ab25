package roundhouse.storage.primary;

import java.util.ArrayDeque;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreResult;

/** The writes that a primary has in its log and not acknowledged yet, in the order of the log. */
final class WaitingWrites {
    private final PrimaryState state;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();

    /**
     * One of them.
     *
     * @param origin the member that was asked
     * @param seen the place in the log, if its client wants to know
     */
    private record Write(long index, long request, int origin, long value, long since, Seen seen) {}

    WaitingWrites(PrimaryState state) {
        this.state = state;
    }

    void add(long index, long request, int origin, long value, long nowNanos, Seen seen) {
        writes.add(new Write(index, request, origin, value, nowNanos, seen));
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    /** Since when the oldest waits. */
    long oldest() {
        return writes.getFirst().since();
    }

    /** Acknowledges all up to an entry. */
    void acknowledge(long upTo) {
        while (!writes.isEmpty() && writes.getFirst().index() <= upTo) {
            answer(writes.removeFirst(), StoreResult.OK);
        }
    }

    /** Tells the clients of those that wait since then that it is not known. */
    void tellUnknown(long until) {
        while (!writes.isEmpty() && writes.getFirst().since() <= until) {
            answer(writes.removeFirst(), StoreResult.UNKNOWN);
        }
    }

    /** Ends the waiting of one by hand. Returns its index; 0 if it was not waiting. */
    long release(long request, StoreResult result) {
        for (Write write : writes) {
            if (write.request() == request && write.origin() == state.self) {
                writes.remove(write);
                answer(write, result);
                return write.index();
            }
        }
        return 0;
    }

    void forget() {
        writes.clear();
    }

    private void answer(Write write, StoreResult result) {
        state.answer(write.origin(), write.request(), result, write.value(), write.seen());
    }
}
