package roundhouse.storage.consensus;

import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Replica;

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
                drop(index);
                state.log.append(entries.terms()[i], entries.keys()[i], entries.values()[i]);
                state.outbox.holds(entries.keys()[i], entries.values()[i]);
            }
        }
    }

    /** An entry and all after it go. */
    private void drop(long from) {
        for (long index = from; index <= state.log.lastIndex(); index++) {
            state.outbox.drops(state.log.key(index), state.log.value(index), Replica.NOTHING);
        }
        if (from <= state.log.lastIndex()) {
            state.log.truncate(from);
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
