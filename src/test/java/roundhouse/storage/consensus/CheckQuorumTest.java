package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.LogEntries;

/** Leaders that hear no majority, and members that hear a leader (etcd's check-quorum; facts 36, 39 and 40). */
class CheckQuorumTest extends ElectionRules {
    /** Fact 36. */
    @Test
    void whoHearsALeaderDoesNotVoteUnderCheckQuorum() {
        LoneMember lone = LoneMember.of(3);
        RaftMessage.Vote later = new RaftMessage.Vote(2, 0, 0, false);
        lone.hearsLeader(1, 1);
        lone.ticks(9);
        assertThat(lone.answer(2, later)).isEmpty();
        assertThat(lone.answer(1, new RaftMessage.Vote(1, 0, 0, false)))
                .as("of the term of the leader that it hears")
                .containsExactly(vote(1, false));
        assertThat(lone.member.term()).isEqualTo(1);
        LoneMember longer = new LoneMember(RaftSettings.etcd(3, false));
        longer.hearsLeader(1, 1);
        longer.ticks(10);
        assertThat(longer.answer(2, new RaftMessage.Vote(3, 0, 0, false))).containsExactly(vote(3, true));
    }

    /** Fact 40: a member that was away comes back with a term so high that the leader must follow it. */
    @Test
    void withoutCheckQuorumALaterTermDeposesTheLeader() {
        LoneMember lone = LoneMember.leader(without());
        assertThat(lone.answer(2, new RaftMessage.Vote(9, 0, 0, false))).containsExactly(vote(9, false));
        assertThat(lone.member.isLeader()).isFalse();
        assertThat(lone.member.term()).isEqualTo(9);
    }

    @Test
    void aLeaderThatHearsNoMajorityGivesUpUnderCheckQuorum() {
        LoneMember lone = LoneMember.leader();
        lone.ticks(10);
        assertThat(lone.member.isLeader()).as("all count as heard at first").isTrue();
        lone.ticks(9);
        assertThat(lone.member.isLeader()).isTrue();
        lone.ticks(1);
        assertThat(lone.member.isLeader()).isFalse();
        assertThat(lone.member.term()).isEqualTo(1);
        LoneMember alone = LoneMember.leader(without());
        alone.ticks(100);
        assertThat(alone.member.isLeader()).as("without it").isTrue();
    }

    @Test
    void oneAnswerInAnElectionTimeoutKeepsALeaderOfThree() {
        LoneMember lone = LoneMember.leader();
        for (int i = 0; i < 5; i++) {
            lone.ticks(10);
            lone.hears(2, new RaftMessage.HeartbeatReply(1, 0));
        }
        assertThat(lone.member.isLeader()).isTrue();
        for (int i = 0; i < 5; i++) {
            lone.ticks(10);
            lone.agrees(1, 1);
        }
        assertThat(lone.member.isLeader()).isTrue();
    }

    /** Else one that was away, whose higher term the leader does not know, would stay away for ever. */
    @Test
    void aLeaderOfAnEarlierTermIsToldOfTheLater() {
        RaftMessage.Heartbeat old = new RaftMessage.Heartbeat(1, 0, 0, 0, 0);
        RaftMessage.Append older = new RaftMessage.Append(1, 0, 0, LogEntries.NONE, 0);
        RaftMessage.AppendReply told = new RaftMessage.AppendReply(2, 0, false, 0);
        for (boolean preVote : new boolean[] {false, true}) {
            LoneMember lone = new LoneMember(
                    new RaftSettings(3, LoneMember.TICK, 10, preVote, !preVote, RaftSettings.Reads.READ_INDEX, 0, 9));
            lone.hearsLeader(2, 2);
            assertThat(lone.answer(1, old)).containsExactly(told);
            assertThat(lone.answer(1, older)).containsExactly(told);
            assertThat(lone.answer(1, vote(1, true))).isEmpty();
            assertThat(lone.answer(1, VOTE)).isEmpty();
            assertThat(lone.member.leader()).isEqualTo(2);
        }
        LoneMember plain = new LoneMember(without());
        plain.hearsLeader(2, 2);
        assertThat(plain.answer(1, old)).isEmpty();
    }

    /** It may have promised a leader not to elect another for so long. */
    @Test
    void afterACrashUnderALeaseAMemberDoesNotVoteForAnElectionTimeout() {
        LoneMember lone = new LoneMember(without().withReads(RaftSettings.Reads.LEASE));
        assertThat(lone.answer(1, VOTE)).as("it has never been of a term").hasSize(1);
        lone.member.start(lone.now);
        lone.ticks(9);
        assertThat(lone.answer(2, new RaftMessage.Vote(2, 0, 0, false))).isEmpty();
        lone.hearsLeader(1, 1);
        lone.ticks(1);
        assertThat(lone.answer(2, new RaftMessage.Vote(2, 0, 0, false))).containsExactly(vote(2, true));
        LoneMember withoutLease = new LoneMember(without());
        withoutLease.answer(1, VOTE);
        withoutLease.member.start(0);
        assertThat(withoutLease.answer(2, new RaftMessage.Vote(2, 0, 0, false))).hasSize(1);
    }
}
