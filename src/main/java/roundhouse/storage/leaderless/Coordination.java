package roundhouse.storage.leaderless;

import java.util.BitSet;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** One request that a member coordinates. */
abstract class Coordination {
    final LeaderlessState state;
    final long operation;
    final int origin;
    final StoreRequest request;
    final long since;
    /** Of which members it goes by. */
    final int view;
    /** The replicas of the key. */
    final int[] replicas;
    /** Which of them have answered. */
    final BitSet answered = new BitSet();

    boolean isAnswered;

    /** @param origin the member that was asked */
    Coordination(LeaderlessState state, long operation, int origin, StoreRequest request, int[] replicas) {
        this.state = state;
        this.operation = operation;
        this.origin = origin;
        this.request = request;
        since = state.nowNanos;
        view = state.view;
        this.replicas = replicas;
    }

    /** Sends what it takes, or refuses. */
    abstract void begin();

    /** A member has what it was sent. */
    abstract void acknowledged(int from);

    /** A member says what it has. */
    void got(int from, Content content) {
        throw new IllegalStateException(from + " was not asked for what it has: " + content);
    }

    /** It has run for too long. */
    abstract void timeOut();

    /** Whether nothing is to come of it any more. */
    abstract boolean isDone();

    final void reply(StoreResult result, Found found) {
        isAnswered = true;
        state.answer(origin, request, result, found);
    }
}
