package roundhouse.storage.consensus;

import roundhouse.storage.replication.ReplicaLog;

/** Applies what is committed, in the order of the log, and answers who waits for it. */
final class StateMachine {
    private final RaftState state;
    private final Proposals proposals;
    private final WaitingReads waiting;
    private final MemberReads local;
    private long freshIndex;
    private long freshNanos = Long.MIN_VALUE / 2;

    StateMachine(RaftState state, Proposals proposals, WaitingReads waiting, MemberReads local) {
        this.state = state;
        this.proposals = proposals;
        this.waiting = waiting;
        this.local = local;
    }

    void commitTo(long index) {
        if (index > state.commit) {
            state.commit = index;
            apply();
        }
    }

    void apply() {
        while (state.applied < state.commit) {
            long index = ++state.applied;
            long key = state.log.key(index);
            if (key != ReplicaLog.NO_KEY) {
                state.values.put(key, state.log.value(index));
                proposals.applied(index, state.log.value(index));
            }
        }
        moved();
        int most = state.settings.snapshotEntries();
        if (state.applied - state.log.snapshotIndex() > most) {
            state.log.compact(state.applied - most / 2);
        }
    }

    /** All up to an entry of a leader's snapshot. */
    void install(RaftMessage.Snapshot snapshot) {
        if (snapshot.index() > state.commit) {
            state.log.restart(snapshot.index(), snapshot.lastTerm());
            state.values = snapshot.values().copy();
            state.commit = snapshot.index();
            state.applied = snapshot.index();
            moved();
        }
    }

    /** By a time, by the leader's clock, no more was committed than up to an entry. */
    void fresh(long index, long nanos) {
        if (state.applied >= freshIndex) {
            freshIndex = index;
            freshNanos = nanos;
        }
        moved();
    }

    private void moved() {
        if (state.applied >= freshIndex) {
            state.freshNanos = Math.max(state.freshNanos, freshNanos);
        }
        waiting.applied();
        local.moved();
    }
}
