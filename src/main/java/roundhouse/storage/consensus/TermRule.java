package roundhouse.storage.consensus;

/** What the term of a message says: a newer one is followed, and who is of an older one is told so (Raft, 5.1; etcd's {@code Step}). */
final class TermRule {
    /** Follows a leader in a term, or nobody yet. */
    @FunctionalInterface
    interface Follow {
        void in(int term, int leader);
    }

    private final RaftState state;
    private final Elections elections;
    private final Follow follow;

    TermRule(RaftState state, Elections elections, Follow follow) {
        this.state = state;
        this.elections = elections;
        this.follow = follow;
    }

    /** Whether a message counts; this member may be in another term then. */
    boolean counts(int from, RaftMessage message) {
        if (message.term() > state.term) {
            return countsAsNewer(from, message);
        }
        if (message.term() < state.term) {
            tellOfThisTerm(from, message);
            return false;
        }
        return true;
    }

    private void tellOfThisTerm(int from, RaftMessage message) {
        boolean isFromLeader = message instanceof RaftMessage.Heartbeat || message instanceof RaftMessage.Append;
        if (isFromLeader && (state.settings.checkQuorum() || state.settings.preVote())) {
            // Else a leader would never hear of the term of a member that it does not hear in time.
            state.outbox.send(from, new RaftMessage.AppendReply(state.term, 0, false, 0));
        } else if (message instanceof RaftMessage.Vote vote && vote.isPre()) {
            state.outbox.send(from, new RaftMessage.VoteReply(state.term, false, true));
        }
    }

    private boolean countsAsNewer(int from, RaftMessage message) {
        switch (message) {
            case RaftMessage.Vote vote -> {
                if (elections.isIgnored()) {
                    return false;
                }
                if (!vote.isPre()) {
                    follow.in(vote.term(), RaftState.NOBODY);
                }
            }
            case RaftMessage.VoteReply reply when reply.isPre() && reply.granted() -> {
                // Said for the term that this member asked about.
            }
            case RaftMessage.Append _, RaftMessage.Heartbeat _, RaftMessage.Snapshot _ ->
                follow.in(message.term(), from);
            default -> follow.in(message.term(), RaftState.NOBODY);
        }
        return true;
    }
}
