package roundhouse.storage.primary;

import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** What a primary does: it puts writes into its log, ships that to the followers, and acknowledges what enough of them have. */
final class Leading {
    private static final int MOST_ENTRIES = 4_096;

    private final PrimaryState state;
    private final FollowerTable followers;
    private final Fencing fencing;
    private final WaitingWrites waiting;
    private int required;
    private boolean hasFallenBack;
    private boolean refusesWrites;
    /** How far the log was when it became the primary, or came back as it. */
    private long inherited;

    Leading(PrimaryState state, FollowerTable followers, Fencing fencing) {
        this.state = state;
        this.followers = followers;
        this.fencing = fencing;
        waiting = new WaitingWrites(state);
        required = state.settings.acknowledgement().required();
    }

    /** The memory of it is lost. */
    void forget() {
        waiting.forget();
        hasFallenBack = false;
        begin();
    }

    /** Nothing is known of the followers yet. */
    void begin() {
        followers.reset();
        refusesWrites = state.settings.refusal().minFollowers() > 0;
        inherited = state.log.lastIndex();
    }

    /** With fencing: whether what it inherited can still be lost, so that nobody must see it yet. */
    private boolean isUnsettled() {
        return state.settings.refusal().fenceNanos() > 0
                && required > 0
                && !hasFallenBack
                && followers.agreed(state.settings, required) < inherited;
    }

    /** This member leads no more: what waits is not known to be safe. */
    void giveUp() {
        waiting.tellUnknown(Long.MAX_VALUE);
    }

    boolean hasFallenBack() {
        return hasFallenBack;
    }

    boolean refusesWrites() {
        return refusesWrites;
    }

    void require(int newRequired) {
        required = newRequired;
        acknowledge();
    }

    void disconnected(int member) {
        followers.disconnected(member);
        acknowledge();
    }

    void release(long request, StoreResult result) {
        state.applyTo(Math.max(state.applied, waiting.release(request, result)));
    }

    /** Once a period: how many followers are in time; and they hear how far the log is, so that they know how old their data is. */
    void everyPeriod() {
        refusesWrites = state.settings.refusal().minFollowers() > 0
                && followers.inTime(state.settings.refusal().maxLagNanos(), state.nowNanos)
                        < state.settings.refusal().minFollowers();
        for (int i = 0; i < state.settings.members(); i++) {
            if (followers.isConnected(i)) {
                ship(i, state.log.lastIndex());
            }
        }
    }

    void writeTimeout() {
        long until = state.nowNanos - state.settings.acknowledgement().timeoutNanos();
        if (!waiting.isEmpty() && waiting.oldest() <= until) {
            if (state.settings.acknowledgement().onTimeout() == PrimarySettings.OnTimeout.FALL_BACK) {
                hasFallenBack = true;
                acknowledge();
            } else {
                waiting.tellUnknown(until);
            }
        }
        setWriteTimer();
    }

    private void setWriteTimer() {
        if (state.settings.acknowledgement().timeoutNanos() > 0 && !waiting.isEmpty()) {
            state.outbox.setTimer(
                    PrimaryTimer.WRITE_TIMEOUT,
                    waiting.oldest() + state.settings.acknowledgement().timeoutNanos());
        }
    }

    void serve(int origin, StoreRequest request) {
        boolean isRefused = fencing.refusesAll()
                || isUnsettled()
                || (request.isWrite() ? refusesWrites : !state.shows(request.seen()));
        if (isRefused) {
            state.refuse(origin, request);
        } else if (request.isWrite()) {
            write(origin, request);
        } else {
            state.answerFromHere(origin, request);
        }
    }

    private void write(int origin, StoreRequest request) {
        long previous = state.log.lastIndex();
        long index = state.log.append(state.epoch, request.key(), request.written());
        state.outbox.holds(request.key(), request.written());
        Seen seen = request.wantsSeen() ? new LogPosition(state.epoch, index) : Seen.Nothing.UNASKED;
        waiting.add(index, request.id(), origin, request.written(), state.nowNanos, seen);
        if (state.settings.acknowledgement().visibleAtOnce()) {
            state.applyTo(index);
        }
        for (int i = 0; i < state.settings.members(); i++) {
            if (followers.isConnected(i)) {
                ship(i, previous);
            }
        }
        acknowledge();
        setWriteTimer();
    }

    private void ship(int to, long previous) {
        LogEntries entries = state.log.from(previous + 1, MOST_ENTRIES);
        state.outbox.send(
                to,
                new PrimaryMessage.Ship(
                        state.epoch,
                        previous,
                        state.log.term(previous),
                        entries,
                        state.log.lastIndex(),
                        state.nowNanos));
    }

    /** Acknowledges what enough followers have. */
    private void acknowledge() {
        boolean isAtOnce = required == 0 || hasFallenBack;
        long agreed = isAtOnce ? state.log.lastIndex() : followers.agreed(state.settings, required);
        state.applyTo(Math.max(state.applied, agreed));
        waiting.acknowledge(agreed);
        long kept = Math.min(state.applied, state.log.lastIndex() - state.settings.backlog());
        if (kept > state.log.snapshotIndex() + state.settings.backlog()) {
            state.log.compact(kept);
        }
    }

    /** A follower wants what comes after its log, or all data if its log is not the beginning of this one. */
    void joined(int from, PrimaryMessage.Join join) {
        long has = join.lastIndex();
        if (state.log.term(has) != join.lastEpoch()) {
            has = state.applied;
            state.outbox.send(
                    from, new PrimaryMessage.Full(state.epoch, has, state.log.term(has), state.values.copy()));
        }
        followers.connected(from, has, state.log.lastIndex(), state.nowNanos);
        ship(from, has);
    }

    void acknowledged(int from, PrimaryMessage.Ack ack) {
        boolean isOfNow = ack.epoch() == state.epoch && followers.isConnected(from);
        if (!isOfNow) {
            state.outbox.send(from, new PrimaryMessage.Rejoin());
            return;
        }
        if (followers.acknowledged(from, ack, state.log.lastIndex(), state.nowNanos)) {
            ship(from, followers.received(from));
        }
        if (hasFallenBack && followers.agreed(state.settings, required) == state.log.lastIndex()) {
            hasFallenBack = false;
        }
        acknowledge();
    }
}
