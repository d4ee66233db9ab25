package roundhouse.storage.primary;

import java.util.ArrayDeque;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.StoreResult;

/** The writes that a primary has in its log and not acknowledged yet, in the order of the log. */
final class WaitingWrites {
    private final int self;
    private final Outbox outbox;
    private final ArrayDeque<Write> writes = new ArrayDeque<>();

    /** @param origin the member that was asked */
    private record Write(long index, long request, int origin, long value, long since) {}

    WaitingWrites(int self, Outbox outbox) {
        this.self = self;
        this.outbox = outbox;
    }

    void add(long index, long request, int origin, long value, long nowNanos) {
        writes.add(new Write(index, request, origin, value, nowNanos));
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
            if (write.request() == request && write.origin() == self) {
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
        answer(self, outbox, write.origin(), write.request(), result, write.value());
    }

    /** Answers a request where it was made. */
    static void answer(int self, Outbox outbox, int origin, long request, StoreResult result, long value) {
        if (origin == self) {
            outbox.reply(request, result, value);
        } else {
            outbox.send(origin, new PrimaryMessage.Answer(request, result, value));
        }
    }
}
