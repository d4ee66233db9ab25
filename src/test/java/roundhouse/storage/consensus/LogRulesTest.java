package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.storage.consensus.LoneMember.entries;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReplicaLog;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/** How one log comes to be at a majority (Raft, 5.3, 5.4.2 and 7; etcd's progress of a follower). */
class LogRulesTest {
    private static RaftMessage.AppendReply agrees(int term, long index) {
        return new RaftMessage.AppendReply(term, index, false, 0);
    }

    private static RaftMessage.Append append(
            int term, long previous, int previousTerm, LogEntries entries, long commit) {
        return new RaftMessage.Append(term, previous, previousTerm, entries, commit);
    }

    /** A follower of member 1 in term 2 that has entries 1 to 3 of it, of which 2 are committed. */
    private static LoneMember follower() {
        LoneMember lone = LoneMember.of(3);
        assertThat(lone.answer(1, append(2, 0, 0, entries(2, 1, 3), 2))).containsExactly(agrees(2, 3));
        return lone;
    }

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
    void aWriteIsAnsweredWhenAMajorityHasIt() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        assertThat(lone.out.held()).containsExactly("7=42");
        assertThat(lone.appended(1)).containsExactly("after 1: 42, committed 1");
        assertThat(lone.out.replies()).isEmpty();
        assertThat(lone.member.value(7)).isZero();
        lone.agrees(1, 2);
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.OK, 42));
        assertThat(lone.member.value(7)).isEqualTo(42);
        assertThat(lone.appended(1)).as("that it is committed").containsExactly("after 2:, committed 2");
        lone.agrees(2, 2);
        assertThat(lone.out.replies()).as("once").isEmpty();
    }

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

    private static RaftSettings snapshots(int entries) {
        return RaftSettings.etcd(3, false).withSnapshotEntries(entries);
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
    void aWriteElsewhereIsHandedToTheLeader() {
        LoneMember lone = follower();
        lone.out.sent();
        lone.writes(10, 7, 42);
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.Propose(0, 10, 7, 42, false));
        lone.hears(1, new RaftMessage.ProposeReply(0, 10, StoreResult.OK, 42, Seen.Nothing.UNASKED));
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.OK, 42));
        LoneMember leader = LoneMember.leader();
        leader.hears(2, new RaftMessage.Propose(0, 10, 7, 42, true));
        leader.out.sent();
        leader.agrees(1, 2);
        assertThat(leader.out.sentTo(2))
                .contains(new RaftMessage.ProposeReply(0, 10, StoreResult.OK, 42, new LogPosition(1, 2)));
        assertThat(leader.out.replies()).isEmpty();
    }

    @Test
    void withoutALeaderAWriteIsRefused() {
        LoneMember lone = LoneMember.of(3);
        lone.writes(10, 7, 42);
        assertThat(lone.out.replies()).containsExactly(Letters.Reply.of(10, StoreResult.REFUSED, 0));
        assertThat(lone.answer(2, new RaftMessage.Propose(0, 11, 7, 42, true)))
                .containsExactly(new RaftMessage.ProposeReply(0, 11, StoreResult.REFUSED, 0, Seen.Nothing.UNASKED));
    }

    /** Fact 41: it may have taken effect, or may still. */
    @Test
    void whoLeadsNoMoreDoesNotKnowWhatBecameOfItsWrites() {
        LoneMember lone = LoneMember.leader();
        lone.asked(StoreRequest.write(10, 7, 42).after(Seen.Nothing.YET));
        lone.writes(11, 7, 43);
        lone.agrees(1, 2);
        lone.out.replies();
        lone.writes(12, 7, 44);
        lone.asked(StoreRequest.write(13, 7, 45).after(Seen.Nothing.YET));
        lone.hearsLeader(2, 3);
        assertThat(lone.out.replies())
                .containsExactly(
                        Letters.Reply.of(11, StoreResult.UNKNOWN, 0),
                        Letters.Reply.of(12, StoreResult.UNKNOWN, 0),
                        new Letters.Reply(13, StoreResult.UNKNOWN, 0, Seen.Nothing.YET));
    }

    @Test
    void aClientThatKeepsWhatItSawIsToldThePlaceInTheLog() {
        LoneMember lone = LoneMember.leader();
        lone.asked(StoreRequest.write(10, 7, 42).after(Seen.Nothing.YET));
        lone.agrees(1, 2);
        assertThat(lone.out.replies())
                .containsExactly(new Letters.Reply(10, StoreResult.OK, 42, new LogPosition(1, 2)));
    }

    @Test
    void aLeaderThatCrashedAnswersNothingOfBefore() {
        LoneMember lone = LoneMember.leader();
        lone.writes(10, 7, 42);
        lone.member.start(lone.now);
        lone.hearsLeader(1, 2);
        lone.hears(1, append(2, 2, 1, LogEntries.NONE, 2));
        assertThat(lone.member.value(7)).isEqualTo(42);
        assertThat(lone.out.replies()).isEmpty();
    }

    /** More than there is room for at once, and answered meanwhile. */
    @Test
    void manyWritesAreAnsweredInTheOrderOfTheLog() {
        LoneMember lone = LoneMember.leader();
        int answered = 0;
        for (int i = 0; i < 300; i++) {
            lone.asked(StoreRequest.write(i, 7, i + 1).after(i % 2 == 0 ? Seen.Nothing.YET : Seen.Nothing.UNASKED));
            if (i % 3 == 0 && i < 150) {
                lone.agrees(1, i / 2 + 2);
            }
        }
        lone.agrees(1, 301);
        for (Letters.Reply reply : lone.out.replies()) {
            Seen seen = answered % 2 == 0 ? new LogPosition(1, answered + 2) : Seen.Nothing.UNASKED;
            assertThat(reply).isEqualTo(new Letters.Reply(answered, StoreResult.OK, answered + 1, seen));
            answered++;
        }
        assertThat(answered).isEqualTo(300);
    }

    @Test
    void anAnswerToWhoLeadsNoMoreIsNothing() {
        LoneMember lone = follower();
        assertThat(lone.answer(2, agrees(2, 3))).isEmpty();
        assertThat(lone.answer(2, new RaftMessage.HeartbeatReply(2, 0))).isEmpty();
        assertThat(lone.member.commit()).isEqualTo(2);
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
}
