package roundhouse.storage.consensus;

/**
 * How a Raft store is run.
 *
 * @param members from 1
 * @param heartbeatNanos a tick: how often the leader tells the others that it is there
 * @param electionTicks for so many ticks a follower waits for a leader, and up to twice as many less one, drawn anew each term
 * @param preVote whether who wants to be elected first asks whether it would be, before it raises the term
 * @param checkQuorum whether a leader gives up that did not hear from a majority for an election timeout, and members that hear a
 *     leader do not vote
 * @param reads how reads are answered that are not local
 * @param maxDriftPerMille of lease reads: by how much the clocks of two members may run at different speeds
 * @param snapshotEntries how many applied entries the log holds at most before they are dropped for a snapshot
 */
public record RaftSettings(
        int members,
        long heartbeatNanos,
        int electionTicks,
        boolean preVote,
        boolean checkQuorum,
        Reads reads,
        int maxDriftPerMille,
        int snapshotEntries) {
    /** How a read that must not be stale is answered. */
    public enum Reads {
        /** The leader asks a majority whether it still leads (Raft, 8; Ongaro's thesis, 6.4). */
        READ_INDEX,
        /** The leader answers for as long as no other can have been elected by the clocks (6.4.1). */
        LEASE,
        /** Whoever is asked answers from what it has. */
        LOCAL
    }

    /** As etcd has them: heartbeat 100 ms, election timeout 1 s, check-quorum; pre-vote since 3.5. */
    public static RaftSettings etcd(int members, boolean preVote) {
        return new RaftSettings(members, 100_000_000, 10, preVote, true, Reads.READ_INDEX, 100, 10_000);
    }

    public int majority() {
        return members / 2 + 1;
    }

    public RaftSettings withElection(long heartbeat, int ticks) {
        return new RaftSettings(
                members, heartbeat, ticks, preVote, checkQuorum, reads, maxDriftPerMille, snapshotEntries);
    }

    public RaftSettings withReads(Reads how) {
        return new RaftSettings(
                members, heartbeatNanos, electionTicks, preVote, checkQuorum, how, maxDriftPerMille, snapshotEntries);
    }

    public RaftSettings withSnapshotEntries(int entries) {
        return new RaftSettings(
                members, heartbeatNanos, electionTicks, preVote, checkQuorum, reads, maxDriftPerMille, entries);
    }
}
