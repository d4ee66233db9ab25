package roundhouse.storage.consensus;

/** What tests of elections have in common. */
abstract class ElectionRules {
    static final RaftMessage.Vote VOTE = new RaftMessage.Vote(1, 0, 0, false);

    static RaftMessage.VoteReply vote(int term, boolean granted) {
        return new RaftMessage.VoteReply(term, granted, false);
    }

    static RaftSettings without() {
        return new RaftSettings(3, LoneMember.TICK, 10, false, false, RaftSettings.Reads.READ_INDEX, 100, 1_000);
    }
}
