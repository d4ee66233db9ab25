package roundhouse.storage.primary;

import java.util.Map;
import java.util.TreeMap;
import roundhouse.storage.replication.HeldReads;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.StoreRequest;

/**
 * Reads that a follower answers from what it has, as far as that is new enough: what its client has seen already is a place in the log; the
 * age it knows from the clock of the primary, which says with all it ships how far the log is; for how many versions it is behind it asks
 * the primary.
 */
final class FollowerReads {
    private final PrimaryState state;
    private final HeldReads held = new HeldReads();
    private final Map<Long, StoreRequest> asked = new TreeMap<>();

    FollowerReads(PrimaryState state) {
        this.state = state;
    }

    void read(StoreRequest request) {
        if (request.rule().boundsVersions()) {
            asked.put(request.id(), request);
            state.outbox.send(state.primary, new PrimaryMessage.AskIndex(request.id()));
        } else {
            answerIfReady(request, 0);
        }
    }

    /** The primary's word; below 0 if it is none. */
    void told(PrimaryMessage.IndexReply reply) {
        StoreRequest request = asked.remove(reply.request());
        if (request != null && reply.index() < 0) {
            state.refuse(state.self, request);
        } else if (request != null) {
            answerIfReady(
                    request, state.log.showing(request.key(), request.rule().versions(), reply.index()));
        }
    }

    private void answerIfReady(StoreRequest request, long index) {
        if (isReady(request, index)) {
            state.answerFromHere(state.self, request);
            return;
        }
        switch (request.rule().whenBehind()) {
            case WAIT -> {
                held.hold(request, Math.max(index, LogPosition.index(request.seen())), state.nowNanos);
                state.outbox.setTimer(PrimaryTimer.PATIENCE, held.firstUntil());
            }
            case FORWARD -> state.outbox.send(state.primary, new PrimaryMessage.Ask(request.notLocal()));
            case REFUSE -> state.refuse(state.self, request);
        }
    }

    private boolean isReady(StoreRequest request, long index) {
        boolean isFresh = state.isPrimary()
                || !request.rule().boundsAge()
                || state.nowNanos - state.freshNanos <= request.rule().ageNanos();
        return isFresh && state.applied >= index && state.shows(request.seen());
    }

    /** More was applied, or it is known of a later time that all is. */
    void moved() {
        held.release(each -> isReady(each.request(), each.index()), each -> state.answerFromHere(state.self, each));
    }

    void giveUp() {
        held.release(each -> each.untilNanos() <= state.nowNanos, each -> state.refuse(state.self, each));
        if (held.firstUntil() != Long.MAX_VALUE) {
            state.outbox.setTimer(PrimaryTimer.PATIENCE, held.firstUntil());
        }
    }

    void forget() {
        held.forget();
        asked.clear();
    }
}
