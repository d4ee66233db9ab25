package roundhouse.storage.consensus;

import java.util.Arrays;

/**
 * How a leader is elected (Raft, 5.2 and 5.4.1; Ongaro's thesis, 9.6), as etcd's {@code raft.go} (3.4): at most one vote a term, for a
 * candidate whose log is at least as new.
 */
class Elections {
    private static final int NO_ANSWER = 0;
    private static final int YES = 1;
    private static final int NO = 2;

    private final RaftState state;
    private final int[] votes;

    Elections(RaftState state) {
        this.state = state;
        votes = new int[state.settings.members()];
    }

    /** Wants to be elected. Returns whether it is at once, as the only member. */
    boolean campaign(boolean pre) {
        Arrays.fill(votes, NO_ANSWER);
        int wanted = state.term + 1;
        state.leader = RaftState.NOBODY;
        if (pre) {
            state.role = RaftState.Role.PRE_CANDIDATE;
            state.electionElapsed = 0;
            state.drawElectionLimit();
        } else {
            state.role = RaftState.Role.CANDIDATE;
            state.enter(wanted);
            state.vote = state.self;
        }
        votes[state.self] = YES;
        if (state.settings.majority() == 1) {
            return !pre || campaign(false);
        }
        state.sendToOthers(new RaftMessage.Vote(wanted, state.log.lastIndex(), state.log.lastTerm(), pre));
        return false;
    }

    /** Whether a request for a vote is not even looked at, because this member hears a leader. */
    boolean isIgnored() {
        return state.quietTicks > 0
                || (state.settings.checkQuorum()
                        && state.leader != RaftState.NOBODY
                        && state.electionElapsed < state.settings.electionTicks());
    }

    /** Answers one who wants to be elected, in a term that is not smaller. */
    void answer(int from, RaftMessage.Vote vote) {
        boolean granted = isFree(from, vote) && state.log.isUpToDate(vote.lastIndex(), vote.lastTerm());
        if (granted && !vote.isPre()) {
            state.vote = from;
            state.electionElapsed = 0;
        }
        int term = granted ? vote.term() : state.term;
        state.outbox.send(from, new RaftMessage.VoteReply(term, granted, vote.isPre()));
    }

    /** Whether this member has not given its vote of this term to another. */
    boolean isFree(int from, RaftMessage.Vote vote) {
        return state.vote == from
                || (state.vote == RaftState.NOBODY && state.leader == RaftState.NOBODY)
                || (vote.isPre() && vote.term() > state.term);
    }

    /** Counts an answer. Returns whether this member is elected. */
    boolean count(int from, RaftMessage.VoteReply reply) {
        RaftState.Role awaited = reply.isPre() ? RaftState.Role.PRE_CANDIDATE : RaftState.Role.CANDIDATE;
        if (state.role != awaited) {
            return false;
        }
        if (votes[from] == NO_ANSWER) {
            votes[from] = reply.granted() ? YES : NO;
        }
        if (counted(YES) >= state.settings.majority()) {
            return !reply.isPre() || campaign(false);
        }
        if (counted(NO) >= state.settings.majority()) {
            state.follow(state.term, RaftState.NOBODY);
        }
        return false;
    }

    private long counted(int answer) {
        return Arrays.stream(votes).filter(vote -> vote == answer).count();
    }
}
