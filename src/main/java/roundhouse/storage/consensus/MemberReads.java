package roundhouse.storage.consensus;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import roundhouse.storage.replication.HeldReads;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * Reads that a member answers from what it has, as far as that is new enough: what its client has seen already is a place in the log; the
 * age it knows from the leader's heartbeats, which say what was committed when the last round began that a majority answered; for how many
 * versions it is behind it asks the leader how far the log is.
 */
final class MemberReads {
    /** A read that goes through the leader. */
    interface Leader {
        void read(StoreRequest request);

        /** Asks it how far the log is; {@link MemberReads#told} gets the answer. */
        void askIndex(StoreRequest request);
    }

    private final RaftState state;
    private final Leader leader;
    private final HeldReads held = new HeldReads();
    private final Map<Long, StoreRequest> asked = new TreeMap<>();
    private final Consumer<StoreRequest> answer = this::answer;

    MemberReads(RaftState state, Leader leader) {
        this.state = state;
        this.leader = leader;
    }

    void read(StoreRequest request) {
        if (request.rule().boundsVersions()) {
            asked.put(request.id(), request);
            leader.askIndex(request);
        } else {
            answerIfReady(request, LogPosition.index(request.seen()));
        }
    }

    /** The leader's word; -1 if it is none. */
    void told(long id, long index) {
        StoreRequest request = asked.remove(id);
        if (request != null && index < 0) {
            refuse(request);
        } else if (request != null) {
            long needed = state.log.showing(request.key(), request.rule().versions(), index);
            answerIfReady(request, Math.max(needed, LogPosition.index(request.seen())));
        }
    }

    private void answerIfReady(StoreRequest request, long index) {
        if (isReady(request, index)) {
            answer(request);
            return;
        }
        switch (request.rule().whenBehind()) {
            case WAIT -> held.hold(request, index, state.nowNanos);
            case FORWARD -> leader.read(request);
            case REFUSE -> refuse(request);
        }
    }

    private boolean isReady(StoreRequest request, long index) {
        return state.applied >= index
                && (!request.rule().boundsAge()
                        || state.nowNanos - state.freshNanos <= request.rule().ageNanos());
    }

    /** More was applied, or it is known of a later time that all is. */
    void moved() {
        held.release(each -> isReady(each.request(), each.index()), answer);
    }

    void tick() {
        held.release(each -> each.untilNanos() <= state.nowNanos, this::refuse);
    }

    void forget() {
        held.forget();
        asked.clear();
    }

    private void answer(StoreRequest request) {
        long value = state.values.get(request.key(), 0);
        state.reply(request.id(), StoreResult.OK, value, state.seen(request.wantsSeen()));
    }

    private void refuse(StoreRequest request) {
        state.outbox.reply(request.id(), StoreResult.REFUSED, 0);
    }
}
