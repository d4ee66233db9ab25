package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.consensus.LoneMember.entries;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.LogEntries;
import roundhouse.tables.LongTable;

/** What a follower takes into its log (Raft, 5.3 and 7). */
class FollowerLogTest extends LogRules {
    @Test
    void aFollowerTakesWhatFollowsWhereTheLogsAgree() {
        LoneMember lone = follower();
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        assertThat(lone.out.held()).containsExactly("7=1", "7=2", "7=3");
        assertThat(lone.member.commit()).isEqualTo(2);
        assertThat(lone.member.applied()).isEqualTo(2);
        assertThat(lone.member.position()).isEqualTo(2);
        assertThat(lone.member.value(7)).isEqualTo(2);
        assertThat(lone.answer(1, append(2, 3, 2, entries(2, 4, 1), 4))).containsExactly(agrees(2, 4));
        assertThat(lone.member.value(7)).isEqualTo(4);
    }

    @Test
    void aFollowerRefusesWhatDoesNotFollowAndSaysHowLongItsLogIs() {
        LoneMember lone = follower();
        assertThat(lone.answer(1, append(2, 5, 2, entries(2, 6, 1), 6)))
                .containsExactly(new RaftMessage.AppendReply(2, 5, true, 3));
        assertThat(lone.answer(1, append(3, 3, 3, entries(3, 4, 1), 4)))
                .as("an entry of another term")
                .containsExactly(new RaftMessage.AppendReply(3, 3, true, 3));
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        assertThat(lone.member.commit()).isEqualTo(2);
    }

    @Test
    void anEntryOfAnotherTermGoesAndAllBehindIt() {
        LoneMember lone = follower();
        lone.hears(1, append(2, 3, 2, entries(2, 4, 1), 2));
        lone.out.held();
        assertThat(lone.answer(2, append(3, 2, 2, entries(3, 30, 1), 2))).containsExactly(agrees(3, 3));
        assertThat(lone.out.held()).containsExactly("7=3 became 0", "7=4 became 0", "7=30");
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        assertThat(lone.member.log().term(3)).isEqualTo(3);
    }

    /** A message that comes late may have fewer entries than are there by now. */
    @Test
    void whatIsThereAlreadyStays() {
        LoneMember lone = follower();
        lone.out.held();
        assertThat(lone.answer(1, append(2, 2, 2, LogEntries.NONE, 2))).containsExactly(agrees(2, 2));
        assertThat(lone.answer(1, append(2, 0, 0, entries(2, 1, 1), 2)))
                .as("less than is committed")
                .containsExactly(agrees(2, 2));
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        assertThat(lone.out.held()).isEmpty();
    }

    @Test
    void noMoreIsCommittedThanIsKnownToAgree() {
        LoneMember lone = follower();
        lone.hears(1, append(2, 2, 2, LogEntries.NONE, 9));
        assertThat(lone.member.commit()).isEqualTo(2);
        lone.hears(1, append(2, 3, 2, LogEntries.NONE, 9));
        assertThat(lone.member.commit()).isEqualTo(3);
        lone.hears(1, new RaftMessage.Heartbeat(2, 2, 0, 0, 0));
        assertThat(lone.member.commit()).as("never goes back").isEqualTo(3);
    }

    @Test
    void aHeartbeatCommits() {
        LoneMember lone = follower();
        assertThat(lone.answer(1, new RaftMessage.Heartbeat(2, 3, 8, 0, 0)))
                .containsExactly(new RaftMessage.HeartbeatReply(2, 8));
        assertThat(lone.member.value(7)).isEqualTo(3);
    }

    @Test
    void theLogAndWhatWasAppliedOutliveACrash() {
        LoneMember lone = follower();
        lone.member.start(lone.now);
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        assertThat(lone.member.value(7)).isEqualTo(2);
        assertThat(lone.member.commit()).isEqualTo(2);
        assertThat(lone.member.leader()).isEqualTo(RaftState.NOBODY);
    }

    @Test
    void aSnapshotReplacesAllThatAFollowerHas() {
        LoneMember lone = follower();
        LongTable values = new LongTable();
        values.put(5, 50);
        assertThat(lone.answer(1, new RaftMessage.Snapshot(2, 9, 2, values))).containsExactly(agrees(2, 9));
        values.put(5, 51);
        assertThat(lone.member.value(7)).isZero();
        assertThat(lone.member.value(5)).isEqualTo(50);
        assertThat(lone.member.commit()).isEqualTo(9);
        assertThat(lone.member.applied()).isEqualTo(9);
        assertThat(lone.member.log().snapshotIndex()).isEqualTo(9);
        assertThat(lone.answer(1, append(2, 9, 2, entries(2, 10, 1), 10))).containsExactly(agrees(2, 10));
        assertThat(lone.member.value(7)).isEqualTo(10);
    }

    @Test
    void aSnapshotOfLessThanIsCommittedChangesNothing() {
        LoneMember lone = follower();
        assertThat(lone.answer(1, new RaftMessage.Snapshot(2, 2, 2, new LongTable())))
                .containsExactly(agrees(2, 2));
        assertThat(lone.member.value(7)).isEqualTo(2);
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
    }

    @Test
    void anAnswerToWhoLeadsNoMoreIsNothing() {
        LoneMember lone = follower();
        assertThat(lone.answer(2, agrees(2, 3))).isEmpty();
        assertThat(lone.answer(2, new RaftMessage.HeartbeatReply(2, 0))).isEmpty();
        assertThat(lone.member.commit()).isEqualTo(2);
    }
}
