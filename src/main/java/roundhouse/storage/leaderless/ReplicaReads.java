package roundhouse.storage.leaderless;

import java.util.function.Consumer;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.HeldReads;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/**
 * Reads that a member answers from what it has, as far as that is new enough: what its client has seen already are versions; the age it
 * knows from comparing with all others. How many versions it is behind nobody could tell it, so for that it coordinates the read.
 */
final class ReplicaReads {
    private final LeaderlessState state;
    private final Consumer<StoreRequest> coordinate;
    private final HeldReads held = new HeldReads();

    ReplicaReads(LeaderlessState state, Consumer<StoreRequest> coordinate) {
        this.state = state;
        this.coordinate = coordinate;
    }

    void read(StoreRequest request) {
        WhenBehind behind = request.rule().whenBehind();
        boolean neverWill = request.rule().boundsVersions() || !state.isHome(state.self, request.key());
        if (isReady(request)) {
            answer(request);
        } else if (behind == WhenBehind.REFUSE) {
            refuse(request);
        } else if (behind == WhenBehind.FORWARD || neverWill) {
            coordinate.accept(request.notLocal());
        } else {
            held.hold(request, 0, state.nowNanos);
            state.outbox.setTimer(LeaderlessTimer.PATIENCE, held.firstUntil());
        }
    }

    private boolean isReady(StoreRequest request) {
        if (!request.isBounded()) {
            return true;
        }
        boolean isHome = state.isHome(state.self, request.key());
        boolean hasAll = isHome && state.meetWrites(1, state.home(request.key()));
        boolean isYoung = state.nowNanos - state.antiEntropy.freshNanos()
                <= request.rule().ageNanos();
        return (hasAll || !request.rule().boundsVersions())
                && (hasAll || !request.rule().boundsAge() || (isHome && isYoung))
                && state.contents.get(request.key()).shows(request.seen());
    }

    /** What this member has may be newer now. */
    void moved() {
        held.release(each -> isReady(each.request()), this::answer);
    }

    void giveUp() {
        held.release(each -> each.untilNanos() <= state.nowNanos, this::refuse);
        if (held.firstUntil() != Long.MAX_VALUE) {
            state.outbox.setTimer(LeaderlessTimer.PATIENCE, held.firstUntil());
        }
    }

    void forget() {
        held.forget();
    }

    private void answer(StoreRequest request) {
        state.reply(request, StoreResult.OK, state.contents.get(request.key()).found());
    }

    private void refuse(StoreRequest request) {
        state.reply(request, StoreResult.REFUSED, Found.NONE);
    }
}
