package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.consensus.LoneMember.entries;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.tables.LongTable;

/** How one log comes to be at a majority (Raft, 5.3, 5.4.2 and 7; etcd's progress of a follower). */
class LogRulesTest extends LogRules {
    @Test
    void ofFiveThreeMustHaveAnEntry() {
        LoneMember lone = LoneMember.of(5);
        lone.elect();
        lone.agrees(1, 1);
        assertThat(lone.member.commit()).isZero();
        lone.agrees(1, 1);
        assertThat(lone.member.commit()).as("the same again").isZero();
        lone.agrees(4, 1);
        assertThat(lone.member.commit()).isEqualTo(1);
    }

    /** Figure 8 of the paper: an entry of an earlier term may be overwritten even when a majority has it. */
    @Test
    void anEntryOfAnEarlierTermIsCommittedOnlyByOneOfTheOwn() {
        LoneMember lone = LoneMember.of(3);
        lone.hears(1, append(2, 0, 0, entries(2, 1, 2), 0));
        lone.ticks(10);
        lone.elect();
        assertThat(lone.member.isLeader()).isTrue();
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        lone.agrees(1, 2);
        assertThat(lone.member.commit()).isZero();
        lone.agrees(1, 3);
        assertThat(lone.member.commit()).isEqualTo(3);
        assertThat(lone.member.value(7)).isEqualTo(2);
    }

    @Test
    void whatComesWhileAnswersAgreeIsSentAtOnce() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.out.sent();
        lone.writes(11, 7, 43);
        assertThat(lone.appended(1)).as("behind what is on its way").containsExactly("after 2: 43, committed 1");
    }

    /** Member 2 has not answered the first entry. */
    @Test
    void toWhomNothingAgreedYetOneMessageIsSentAtATime() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.writes(11, 7, 43);
        assertThat(lone.appended(2)).isEmpty();
        lone.hears(2, new RaftMessage.HeartbeatReply(1, 0));
        assertThat(lone.appended(2)).as("it is there").containsExactly("after 0: 0 42 43, committed 1");
        lone.agrees(2, 3);
        lone.agrees(1, 3);
        lone.out.sent();
        lone.hears(2, new RaftMessage.HeartbeatReply(1, 0));
        assertThat(lone.out.sent()).as("it lacks nothing").isEmpty();
    }

    /** The paper's nextIndex; a member says how long its log is, so that it is found sooner. */
    @Test
    void aLeaderGoesBackToWhereTheLogsAgree() {
        LoneMember lone = LoneMember.of(3);
        lone.hears(1, append(1, 0, 0, entries(1, 1, 5), 0));
        lone.elect();
        assertThat(lone.appended(2)).containsExactly("after 5: 0, committed 0");
        lone.hears(2, new RaftMessage.AppendReply(2, 3, true, 1));
        assertThat(lone.out.sent()).as("of something else").isEmpty();
        lone.hears(2, new RaftMessage.AppendReply(2, 5, true, 3));
        assertThat(lone.appended(2)).containsExactly("after 3: 4 5 0, committed 0");
        lone.hears(2, new RaftMessage.AppendReply(2, 3, true, 9));
        assertThat(lone.appended(2)).as("one before").containsExactly("after 2: 3 4 5 0, committed 0");
        lone.hears(2, new RaftMessage.AppendReply(2, 2, true, 0));
        assertThat(lone.appended(2)).containsExactly("after 0: 1 2 3 4 5 0, committed 0");
        lone.hears(2, new RaftMessage.AppendReply(2, 0, true, -1));
        assertThat(lone.appended(2)).as("there is nothing before").containsExactly("after 0: 1 2 3 4 5 0, committed 0");
        lone.agrees(2, 6);
        assertThat(lone.member.commit()).isEqualTo(6);
    }

    @Test
    void aLostMessageIsSentAgainFromWhereTheLogsAgreed() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.writes(11, 7, 43);
        lone.out.sent();
        lone.hears(1, new RaftMessage.AppendReply(1, 1, true, 1));
        assertThat(lone.out.sent()).as("it had agreed to that").isEmpty();
        lone.hears(1, new RaftMessage.AppendReply(1, 2, true, 1));
        assertThat(lone.appended(1)).containsExactly("after 1: 42 43, committed 1");
        lone.writes(12, 7, 44);
        assertThat(lone.appended(1)).as("one at a time now").isEmpty();
        lone.agrees(1, 3);
        assertThat(lone.appended(1)).as("the rest").containsExactly("after 3: 44, committed 3");
    }

    @Test
    void whoIsFarBehindGetsSoManyEntriesAtATime() {
        LoneMember lone = LoneMember.leader();
        IntStream.range(0, 2_000).forEach(i -> lone.writes(i, 7, i));
        lone.out.sent();
        lone.hears(2, new RaftMessage.HeartbeatReply(1, 0));
        RaftMessage.Append first = (RaftMessage.Append) lone.out.sentTo(2).getFirst();
        assertThat(first.entries().count()).isEqualTo(1_024);
        lone.agrees(1, 2_001);
        lone.out.sent();
        lone.agrees(2, 1_024);
        RaftMessage.Append then = (RaftMessage.Append) lone.out.sentTo(2).getFirst();
        assertThat(then.previousIndex()).isEqualTo(1_024);
        assertThat(then.entries().count()).isEqualTo(977);
        assertThat(lone.out.replies()).hasSize(2_000);
    }

    /** What a heartbeat says to a member is in its log. */
    @Test
    void aHeartbeatSaysNoMoreThanAMemberHas() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.agrees(1, 2);
        lone.writes(11, 7, 43);
        lone.out.sent();
        lone.ticks(1);
        List<Letters.Letter> sent = lone.out.sent();
        assertThat(sent).extracting(Letters.Letter::to).containsExactly(1, 2);
        assertThat(((RaftMessage.Heartbeat) sent.getFirst().message()).commit()).isEqualTo(2);
        assertThat(((RaftMessage.Heartbeat) sent.getLast().message()).commit()).isZero();
    }

    @Test
    void theLogIsCutToHalfWhenItHasMoreThanItMay() {
        LoneMember lone = LoneMember.leader(snapshots(10));
        IntStream.rangeClosed(2, 10).forEach(i -> lone.writes(i, 7, i));
        lone.agrees(1, 10);
        assertThat(lone.member.log().snapshotIndex()).isZero();
        lone.writes(11, 7, 11);
        lone.agrees(1, 11);
        assertThat(lone.member.log().snapshotIndex()).isEqualTo(6);
        assertThat(lone.member.log().lastIndex()).isEqualTo(11);
    }

    /** Raft, 7: who lacks what was dropped gets all that was applied, and goes on from there. */
    @Test
    void whoLacksWhatWasDroppedGetsASnapshot() {
        LoneMember lone = LoneMember.leader(snapshots(10));
        IntStream.rangeClosed(2, 11).forEach(i -> lone.writes(i, i % 2, i));
        lone.agrees(1, 11);
        lone.out.sent();
        lone.hears(2, new RaftMessage.AppendReply(1, 0, true, 0));
        List<Message> sent = lone.out.sentTo(2);
        assertThat(sent).hasSize(1);
        RaftMessage.Snapshot snapshot = (RaftMessage.Snapshot) sent.getFirst();
        assertThat(snapshot.index()).isEqualTo(11);
        assertThat(snapshot.lastTerm()).isEqualTo(1);
        assertThat(snapshot.values().get(0, 0)).isEqualTo(10);
        assertThat(snapshot.values().get(1, 0)).isEqualTo(11);
        assertThat(snapshot.bytes()).isEqualTo(64 + 2 * 16);
        lone.writes(12, 0, 12);
        assertThat(lone.appended(2)).as("waits for its answer").isEmpty();
        lone.agrees(2, 11);
        assertThat(lone.appended(2)).containsExactly("after 11: 12, committed 11");
        assertThat(snapshot.values().get(0, 0)).as("it is a copy").isEqualTo(10);
    }

    @Test
    void entriesAreWorkAndBytesAndHeartbeatsAreNot() {
        assertThat(append(1, 0, 0, entries(1, 1, 3), 0).bytes()).isEqualTo(64 + 3 * 32);
        assertThat(append(1, 0, 0, entries(1, 1, 3), 0).work()).isEqualTo(Message.Work.WRITE);
        assertThat(append(1, 0, 0, LogEntries.NONE, 0).work()).isEqualTo(Message.Work.NONE);
        RaftMessage.Snapshot snapshot = new RaftMessage.Snapshot(1, 1, 1, new LongTable());
        assertThat(snapshot.work()).isEqualTo(Message.Work.WRITE);
        assertThat(snapshot.replacesAll()).isTrue();
        assertThat(append(1, 0, 0, LogEntries.NONE, 0).replacesAll()).isFalse();
        assertThat(new RaftMessage.Propose(0, 1, 1, 1, false).work()).isEqualTo(Message.Work.WRITE);
        assertThat(LoneMember.leader().member.log().key(1)).isEqualTo(ReplicaLog.NO_KEY);
    }

    @Test
    void settingsChangeOneByOne() {
        RaftSettings settings = RaftSettings.etcd(5, true);
        assertThat(settings.majority()).isEqualTo(3);
        assertThat(RaftSettings.etcd(4, true).majority()).isEqualTo(3);
        assertThat(settings.heartbeatNanos()).isEqualTo(LoneMember.TICK);
        RaftSettings other =
                settings.withElection(5, 7).withReads(RaftSettings.Reads.LEASE).withSnapshotEntries(8);
        assertThat(other).isEqualTo(new RaftSettings(5, 5, 7, true, true, RaftSettings.Reads.LEASE, 100, 8));
    }

    /** It may have been overwritten since, by a leader in between. */
    @Test
    void whatMembersHadInAnEarlierReignDoesNotCount() {
        LoneMember lone = LoneMember.of(5);
        lone.elect();
        for (int i = 1; i <= 4; i++) {
            lone.writes(i, 7, i);
        }
        lone.agrees(1, 5);
        assertThat(lone.member.commit()).as("two of five").isZero();
        lone.hears(2, append(2, 1, 1, entries(2, 20, 1), 0));
        assertThat(lone.member.log().lastIndex()).isEqualTo(2);
        lone.elect();
        assertThat(lone.member.log().lastIndex()).isEqualTo(3);
        lone.agrees(3, 3);
        assertThat(lone.member.commit()).as("two of five").isZero();
        lone.agrees(1, 3);
        assertThat(lone.member.commit()).isEqualTo(3);
    }
}
