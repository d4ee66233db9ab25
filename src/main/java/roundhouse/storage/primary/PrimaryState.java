package roundhouse.storage.primary;

import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/** What the parts of one member share. Log, data, epoch and whom it follows outlive a crash. */
final class PrimaryState {
    final int self;
    final PrimarySettings settings;
    final Outbox outbox;
    final ReplicaLog log = new ReplicaLog();
    LongTable values = new LongTable();
    long applied;
    int epoch = 1;
    int primary;
    long nowNanos;
    /** All that the primary had by then, by its clock, is applied here. */
    long freshNanos = Long.MIN_VALUE / 2;

    PrimaryState(int self, int primary, PrimarySettings settings, Outbox outbox) {
        this.self = self;
        this.primary = primary;
        this.settings = settings;
        this.outbox = outbox;
    }

    boolean isPrimary() {
        return primary == self;
    }

    void applyTo(long index) {
        while (applied < index) {
            applied++;
            values.put(log.key(applied), log.value(applied));
        }
    }

    /** Reads here what is asked. */
    void answerFromHere(int origin, StoreRequest request) {
        Seen seen = request.wantsSeen() ? new LogPosition(log.term(applied), applied) : Seen.Nothing.UNASKED;
        answer(origin, request.id(), StoreResult.OK, values.get(request.key(), 0), seen);
    }

    void refuse(int origin, StoreRequest request) {
        answer(origin, request.id(), StoreResult.REFUSED, Replica.NOTHING, Seen.Nothing.UNASKED);
    }

    /** Whether nothing of what a client has seen is missing here; what was lost with a primary is for ever. */
    boolean shows(Seen seen) {
        return !(seen instanceof LogPosition position) || (position.index() <= applied && log.has(position));
    }

    /**
     * Answers a request where it was made.
     *
     * @param seen {@link Seen.Nothing#UNASKED} if its client does not keep what it saw
     */
    void answer(int origin, long request, StoreResult result, long value, Seen seen) {
        if (origin != self) {
            outbox.send(origin, new PrimaryMessage.Answer(request, result, value, seen));
        } else if (seen == Seen.Nothing.UNASKED) {
            outbox.reply(request, result, value);
        } else {
            outbox.reply(request, result, Found.of(value, seen));
        }
    }
}
