package roundhouse.storage.consensus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import roundhouse.storage.replication.ReplicaLog;

/** The five safety properties of Raft (figure 3 of the paper), looked at after every event. */
final class RaftInvariants {
    private final List<RaftReplica> members;
    private final Map<Integer, Integer> leaders = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Entry> committed = new ArrayList<>();
    /** In which term each was committed. */
    private final List<Integer> committedIn = new ArrayList<>();

    private final long[] lastOfLeader;
    private final int[] termOfLeader;

    private record Entry(int previousTerm, int term, long key, long value) {}

    RaftInvariants(List<RaftReplica> members) {
        this.members = members;
        lastOfLeader = new long[members.size()];
        termOfLeader = new int[members.size()];
    }

    void check() {
        for (int i = 0; i < members.size(); i++) {
            RaftReplica member = members.get(i);
            logMatching(member);
            stateMachineSafety(member);
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).isLeader()) {
                electionSafety(i, members.get(i));
                leaderAppendOnly(i, members.get(i));
                leaderCompleteness(members.get(i));
            }
        }
    }

    private void electionSafety(int i, RaftReplica leader) {
        int first = leaders.computeIfAbsent(leader.term(), _ -> i);
        if (first != i) {
            throw new AssertionError("election safety: " + first + " and " + i + " lead term " + leader.term());
        }
    }

    private void leaderAppendOnly(int i, RaftReplica leader) {
        long last = leader.log().lastIndex();
        if (termOfLeader[i] == leader.term() && last < lastOfLeader[i]) {
            throw new AssertionError("leader append-only: the log of " + i + " became shorter");
        }
        termOfLeader[i] = leader.term();
        lastOfLeader[i] = last;
    }

    /** An entry of an index and a term is the same everywhere, and so, by induction, is all before it. */
    private void logMatching(RaftReplica member) {
        ReplicaLog log = member.log();
        for (long index = log.lastIndex(); index > log.snapshotIndex(); index--) {
            Entry entry = entry(log, index);
            Entry there = entries.putIfAbsent(index + "/" + entry.term, entry);
            if (there != null && !there.equals(entry)) {
                throw new AssertionError("log matching: " + there + " and " + entry + " at " + index);
            }
        }
    }

    private static Entry entry(ReplicaLog log, long index) {
        return new Entry(log.term(index - 1), log.term(index), log.key(index), log.value(index));
    }

    private void stateMachineSafety(RaftReplica member) {
        ReplicaLog log = member.log();
        for (long index = log.snapshotIndex() + 1; index <= member.commit(); index++) {
            Entry entry = entry(log, index);
            if (index == committed.size() + 1) {
                committed.add(entry);
                committedIn.add(member.term());
            } else if (index <= committed.size()
                    && !committed.get((int) index - 1).equals(entry)) {
                throw new AssertionError(
                        "state machine safety: " + committed.get((int) index - 1) + " and " + entry + " at " + index);
            }
        }
    }

    private void leaderCompleteness(RaftReplica leader) {
        ReplicaLog log = leader.log();
        for (long index = log.snapshotIndex() + 1; index <= committed.size(); index++) {
            if (committedIn.get((int) index - 1) > leader.term()) {
                return;
            }
            if (index > log.lastIndex() || !entry(log, index).equals(committed.get((int) index - 1))) {
                throw new AssertionError("leader completeness: the leader of term " + leader.term() + " lacks "
                        + committed.get((int) index - 1) + " at " + index);
            }
        }
    }
}
