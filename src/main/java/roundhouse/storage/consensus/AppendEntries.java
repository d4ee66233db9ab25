package roundhouse.storage.consensus;

import roundhouse.storage.replication.LogEntries;

/** What a follower does with what its leader sends: it takes the entries that follow where the logs agree (Raft, 5.3). */
final class AppendEntries {
    private final RaftState state;
    private final StateMachine machine;

    AppendEntries(RaftState state, StateMachine machine) {
        this.state = state;
        this.machine = machine;
    }

    void take(int from, RaftMessage.Append append) {
        long previous = append.previousIndex();
        if (previous < state.commit) {
            reply(from, state.commit);
        } else if (state.log.term(previous) != append.previousTerm()) {
            state.outbox.send(from, new RaftMessage.AppendReply(state.term, previous, true, state.log.lastIndex()));
        } else {
            put(previous + 1, append.entries());
            long last = previous + append.entries().count();
            machine.commitTo(Math.min(append.commit(), last));
            reply(from, last);
        }
    }

    /** An entry of another term, and all behind it, is not the leader's. */
    private void put(long first, LogEntries entries) {
        for (int i = 0; i < entries.count(); i++) {
            long index = first + i;
            if (state.log.term(index) != entries.terms()[i]) {
                if (index <= state.log.lastIndex()) {
                    state.log.truncate(index);
                }
                state.log.append(entries.terms()[i], entries.keys()[i], entries.values()[i]);
            }
        }
    }

    void take(int from, RaftMessage.Snapshot snapshot) {
        machine.install(snapshot);
        reply(from, state.commit);
    }

    private void reply(int leader, long index) {
        state.outbox.send(leader, new RaftMessage.AppendReply(state.term, index, false, 0));
    }
}
