package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who asks whether it would be elected before it raises the term (Ongaro's thesis, 9.6). */
class PreVoteTest extends ElectionRules {
    @Test
    void aPreVoteRaisesNoTerm() {
        LoneMember lone = new LoneMember(RaftSettings.etcd(3, true));
        lone.ticks(10);
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.Vote(1, 0, 0, true));
        assertThat(lone.member.term()).isZero();
        lone.ticks(9);
        assertThat(lone.out.sent()).as("waits for answers").isEmpty();
        lone.hears(1, new RaftMessage.VoteReply(1, true, true));
        assertThat(lone.member.isLeader()).isFalse();
        assertThat(lone.member.term()).isEqualTo(1);
        assertThat(lone.out.sentTo(2)).containsExactly(VOTE);
        lone.hears(2, new RaftMessage.VoteReply(1, true, true));
        assertThat(lone.member.isLeader()).as("a pre-vote is none").isFalse();
        lone.hears(2, vote(1, true));
        assertThat(lone.member.isLeader()).isTrue();
    }

    @Test
    void aRefusedPreVoteEndsIt() {
        LoneMember lone = new LoneMember(RaftSettings.etcd(3, true));
        lone.hearsLeader(1, 3);
        lone.ticks(10);
        lone.hears(1, new RaftMessage.VoteReply(3, false, true));
        lone.hears(2, new RaftMessage.VoteReply(3, false, true));
        lone.hears(1, new RaftMessage.VoteReply(4, true, true));
        assertThat(lone.member.term()).isEqualTo(3);
        lone.hears(1, new RaftMessage.VoteReply(8, false, true));
        assertThat(lone.member.term()).as("who refuses is of a later term").isEqualTo(8);
    }

    @Test
    void aPreVoteIsAskedForAnewEachTimeout() {
        LoneMember lone = new LoneMember(RaftSettings.etcd(3, true));
        lone.ticks(20);
        assertThat(lone.out.sentTo(1)).hasSize(2);
        assertThat(lone.member.term()).isZero();
    }

    @Test
    void aPreVoteIsAnsweredWithoutGivingAVote() {
        LoneMember lone = LoneMember.of(3);
        RaftMessage.Vote pre = new RaftMessage.Vote(1, 0, 0, true);
        assertThat(lone.answer(1, pre)).containsExactly(new RaftMessage.VoteReply(1, true, true));
        assertThat(lone.answer(2, pre)).containsExactly(new RaftMessage.VoteReply(1, true, true));
        assertThat(lone.member.term()).isZero();
        assertThat(lone.answer(2, VOTE)).containsExactly(vote(1, true));
        lone.hears(2, new RaftMessage.Append(2, 0, 0, LoneMember.entries(2, 1, 1), 0));
        assertThat(lone.answer(1, new RaftMessage.Vote(1, 0, 0, true)))
                .as("of an earlier term")
                .containsExactly(new RaftMessage.VoteReply(2, false, true));
        lone.ticks(10);
        assertThat(lone.answer(1, new RaftMessage.Vote(4, 0, 0, true)))
                .as("of an older log")
                .containsExactly(new RaftMessage.VoteReply(3, false, true));
    }
}
