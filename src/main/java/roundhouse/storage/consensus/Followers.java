package roundhouse.storage.consensus;

import java.util.Arrays;
import roundhouse.storage.replication.LogEntries;

/**
 * What a leader knows of the others and sends them: entries at once and one after the other while answers agree, one at a time while it
 * looks for where a log agrees (etcd's progress). An entry is committed when a majority has it and it is of the leader's own term; those
 * before it are with it (Raft, 5.4.2).
 */
class Followers {
    private final RaftState state;
    private final long[] match;
    private final long[] next;
    private final boolean[] isProbed;
    private final boolean[] isPaused;
    private final boolean[] isActive;

    Followers(RaftState state) {
        this.state = state;
        int members = state.settings.members();
        match = new long[members];
        next = new long[members];
        isProbed = new boolean[members];
        isPaused = new boolean[members];
        isActive = new boolean[members];
    }

    /** A new leader knows nothing of them. */
    void reset() {
        Arrays.fill(match, 0);
        Arrays.fill(next, state.log.lastIndex() + 1);
        Arrays.fill(isProbed, true);
        Arrays.fill(isPaused, false);
        Arrays.fill(isActive, true);
    }

    /** The leader itself has all of its log. */
    void appended() {
        match[state.self] = state.log.lastIndex();
    }

    void sendToAll() {
        for (int i = 0; i < match.length; i++) {
            if (i != state.self) {
                send(i);
            }
        }
    }

    /** Sends what a member lacks. */
    void send(int to) {
        if (isPaused[to]) {
            return;
        }
        long previous = next[to] - 1;
        int previousTerm = state.log.term(previous);
        if (previousTerm < 0) {
            state.outbox.send(
                    to,
                    new RaftMessage.Snapshot(
                            state.term, state.applied, state.log.term(state.applied), state.values.copy()));
            isProbed[to] = true;
            isPaused[to] = true;
            next[to] = state.applied + 1;
            return;
        }
        LogEntries entries = state.log.from(next[to], mostEntries());
        state.outbox.send(to, new RaftMessage.Append(state.term, previous, previousTerm, entries, state.commit));
        if (isProbed[to]) {
            isPaused[to] = true;
        } else {
            next[to] += entries.count();
        }
    }

    /** Takes an answer. Returns whether it agrees about more than was known. */
    boolean answered(int from, RaftMessage.AppendReply reply) {
        isActive[from] = true;
        if (reply.isRejected()) {
            boolean isStale = isProbed[from] ? reply.index() != next[from] - 1 : reply.index() <= match[from];
            if (!isStale) {
                next[from] = isProbed[from] ? Math.max(1, Math.min(reply.index(), reply.hint() + 1)) : match[from] + 1;
                isProbed[from] = true;
                isPaused[from] = false;
                send(from);
            }
            return false;
        }
        isPaused[from] = false;
        if (reply.index() <= match[from]) {
            return false;
        }
        match[from] = reply.index();
        next[from] = isProbed[from] ? match[from] + 1 : Math.max(next[from], match[from] + 1);
        isProbed[from] = false;
        return true;
    }

    /** A follower is there; if it lacks something that is sent again. */
    void heard(int from) {
        isActive[from] = true;
        isPaused[from] = false;
        if (match[from] < state.log.lastIndex()) {
            send(from);
        }
    }

    /** Whether something was not sent to a member yet. */
    boolean lacks(int member) {
        return next[member] <= state.log.lastIndex();
    }

    /** Commits what a majority has. Returns whether that is more than before. */
    boolean commit() {
        long[] sorted = match.clone();
        Arrays.sort(sorted);
        long index = sorted[sorted.length - state.settings.majority()];
        if (index <= state.commit || !mayCommit(index)) {
            return false;
        }
        state.commit = index;
        return true;
    }

    /** Whether an entry that a majority has is safe: one of an earlier term may still be overwritten. */
    boolean mayCommit(long index) {
        return state.log.term(index) == state.term;
    }

    /** How many entries go in one message at most. */
    int mostEntries() {
        return 1_024;
    }

    /** What a heartbeat may say to a member: no more than is known to be in its log. */
    long commitFor(int member) {
        return Math.min(match[member], state.commit);
    }

    /** Whether a majority was heard from since this was last asked. */
    boolean isQuorumActive() {
        isActive[state.self] = true;
        int active = 0;
        for (int i = 0; i < isActive.length; i++) {
            active += isActive[i] ? 1 : 0;
            isActive[i] = i == state.self;
        }
        return active >= state.settings.majority();
    }
}
