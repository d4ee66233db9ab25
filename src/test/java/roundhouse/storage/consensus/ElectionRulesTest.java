package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.kernel.RandomStream;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.tables.LongTable;

/** Who is elected (Raft, 5.2 and 5.4.1; Ongaro's thesis, 9.6; etcd's check-quorum). */
class ElectionRulesTest extends ElectionRules {
    @Test
    void aFollowerThatHearsNobodyForAnElectionTimeoutWantsToBeElected() {
        LoneMember lone = LoneMember.of(3);
        assertThat(lone.out.timer(0)).isEqualTo(LoneMember.TICK);
        lone.ticks(9);
        assertThat(lone.out.sent()).isEmpty();
        lone.ticks(1);
        assertThat(lone.out.sent()).containsExactly(new Letters.Letter(1, VOTE), new Letters.Letter(2, VOTE));
        assertThat(lone.member.term()).isEqualTo(1);
        assertThat(lone.out.timer(0)).isEqualTo(11 * LoneMember.TICK);
    }

    @Test
    void aLeaderThatIsHeardOfStartsTheWaitAnew() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(9);
        lone.hearsLeader(1, 1);
        assertThat(lone.member.leader()).isEqualTo(1);
        lone.out.sent();
        lone.ticks(9);
        assertThat(lone.out.sent()).isEmpty();
        lone.ticks(1);
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.Vote(2, 0, 0, false));
        assertThat(lone.member.leader()).isEqualTo(RaftState.NOBODY);
    }

    /** Fact 36: a whole number of ticks in [E, 2E-1], drawn again at each term. */
    @Test
    void electionTimeoutsAreBetweenOneAndTwo() {
        Set<Integer> limits = new HashSet<>();
        RaftState state = new RaftState(0, RaftSettings.etcd(3, false), new Letters(), new RandomStream(1));
        for (int term = 1; term <= 1_000; term++) {
            state.enter(term);
            limits.add(state.electionLimit);
        }
        assertThat(limits).hasSize(10).allMatch(limit -> limit >= 10 && limit <= 19);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "4, 2", "5, 2"})
    void aMajorityElects(int members, int others) {
        LoneMember lone = LoneMember.of(members);
        lone.ticks(10);
        for (int i = 1; i < others; i++) {
            lone.hears(i, vote(1, true));
            lone.hears(i, vote(1, true));
        }
        assertThat(lone.member.isLeader()).as("one too few").isFalse();
        lone.out.sent();
        lone.hears(others, vote(1, true));
        assertThat(lone.member.isLeader()).isTrue();
        assertThat(lone.member.leader()).isZero();
        assertThat(lone.out.sent())
                .as("an empty entry of its term")
                .hasSize(members - 1)
                .allMatch(letter -> letter.message() instanceof RaftMessage.Append append
                        && append.term() == 1
                        && append.entries().count() == 1);
    }

    @Test
    void whoWasRefusedByAMajorityWaitsAsAFollower() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(10);
        lone.hears(1, vote(1, false));
        lone.hears(2, vote(1, false));
        lone.hears(1, vote(1, true));
        assertThat(lone.member.isLeader()).isFalse();
        lone.ticks(10);
        assertThat(lone.member.term()).isEqualTo(2);
    }

    @Test
    void votesOfAnEarlierElectionAreForgotten() {
        LoneMember lone = LoneMember.of(5);
        lone.ticks(10);
        lone.hears(1, vote(1, true));
        lone.ticks(10);
        lone.hears(2, vote(2, true));
        assertThat(lone.member.isLeader()).isFalse();
        lone.hears(1, vote(2, true));
        assertThat(lone.member.isLeader()).isTrue();
    }

    @Test
    void whoWasRefusedWaitsAWholeTimeoutAgain() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(15);
        lone.hears(1, vote(1, false));
        lone.hears(2, vote(1, false));
        lone.ticks(9);
        assertThat(lone.member.term()).isEqualTo(1);
        lone.ticks(1);
        assertThat(lone.member.term()).isEqualTo(2);
    }

    @Test
    void oneRefusalDoesNotEndAnElection() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(10);
        lone.hears(1, vote(1, false));
        lone.hears(2, vote(1, true));
        assertThat(lone.member.isLeader()).isTrue();
    }

    @Test
    void aVoteOfAnEarlierTermDoesNotCount() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(20);
        assertThat(lone.member.term()).isEqualTo(2);
        lone.hears(1, vote(1, true));
        assertThat(lone.member.isLeader()).isFalse();
        lone.hears(1, vote(2, true));
        assertThat(lone.member.isLeader()).isTrue();
    }

    @Test
    void aVoteIsGivenOnceATerm() {
        LoneMember lone = LoneMember.of(3);
        assertThat(lone.answer(1, VOTE)).containsExactly(vote(1, true));
        assertThat(lone.answer(2, VOTE)).containsExactly(vote(1, false));
        assertThat(lone.answer(1, VOTE)).as("who has it already").containsExactly(vote(1, true));
        assertThat(lone.answer(2, new RaftMessage.Vote(2, 0, 0, false))).containsExactly(vote(2, true));
    }

    /** Else it could vote twice in one term. */
    @Test
    void aVoteOutlivesACrash() {
        LoneMember lone = LoneMember.of(3);
        lone.answer(1, VOTE);
        lone.member.start(lone.now);
        assertThat(lone.member.term()).isEqualTo(1);
        assertThat(lone.answer(2, VOTE)).containsExactly(vote(1, false));
    }

    @Test
    void whoVotesWaitsAgain() {
        LoneMember lone = LoneMember.of(3);
        lone.ticks(9);
        lone.answer(1, VOTE);
        lone.ticks(9);
        assertThat(lone.member.term()).isEqualTo(1);
    }

    @Test
    void whoRefusesWaitsNoLonger() {
        LoneMember lone = LoneMember.of(3);
        lone.answer(1, VOTE);
        lone.ticks(9);
        lone.answer(2, VOTE);
        lone.ticks(1);
        assertThat(lone.member.term()).isEqualTo(2);
    }

    /** Raft 5.4.1: the log that ends with the later term is newer; of the same term the longer. This one ends with entry 2 of term 2. */
    @ParameterizedTest
    @CsvSource({"2, 2, true", "3, 2, true", "1, 2, false", "1, 3, true", "9, 1, false"})
    void onlyWhoseLogIsAtLeastAsNewGetsAVote(long lastIndex, int lastTerm, boolean isGranted) {
        LoneMember lone = LoneMember.of(3);
        lone.hears(1, new RaftMessage.Append(2, 0, 0, LoneMember.entries(2, 1, 2), 0));
        lone.ticks(10);
        assertThat(lone.answer(2, new RaftMessage.Vote(4, lastIndex, lastTerm, false)))
                .containsExactly(vote(4, isGranted));
    }

    @Test
    void theOnlyMemberElectsItselfAtOnce() {
        for (boolean preVote : new boolean[] {false, true}) {
            LoneMember lone = new LoneMember(RaftSettings.etcd(1, preVote));
            lone.ticks(10);
            assertThat(lone.member.isLeader()).isTrue();
            assertThat(lone.member.term()).isEqualTo(1);
            assertThat(lone.member.applied()).isEqualTo(1);
            assertThat(lone.out.sent()).isEmpty();
        }
    }

    @Test
    void aCandidateFollowsTheLeaderOfItsTerm() {
        for (RaftMessage said : List.of(
                new RaftMessage.Heartbeat(1, 0, 0, 0, 0),
                new RaftMessage.Append(1, 0, 0, LogEntries.NONE, 0),
                new RaftMessage.Snapshot(1, 5, 1, new LongTable()))) {
            LoneMember lone = LoneMember.of(3);
            lone.ticks(10);
            lone.hears(1, said);
            assertThat(lone.member.leader()).isEqualTo(1);
            lone.hears(2, vote(1, true));
            assertThat(lone.member.isLeader()).isFalse();
        }
    }

    @Test
    void aLeaderFollowsOneOfALaterTerm() {
        LoneMember lone = LoneMember.leader();
        lone.hearsLeader(2, 4);
        assertThat(lone.member.isLeader()).isFalse();
        assertThat(lone.member.leader()).isEqualTo(2);
        assertThat(lone.member.term()).isEqualTo(4);
        LoneMember told = LoneMember.leader();
        told.hears(1, new RaftMessage.AppendReply(5, 0, false, 0));
        assertThat(told.member.isLeader()).isFalse();
        assertThat(told.member.leader()).isEqualTo(RaftState.NOBODY);
        assertThat(told.member.term()).isEqualTo(5);
    }
}
