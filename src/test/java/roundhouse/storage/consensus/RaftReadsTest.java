package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;
import roundhouse.tables.LongTable;

/** Reads that are not stale, and those that may be as stale as they say (Raft, 8; Ongaro's thesis, 6.4). */
class RaftReadsTest {
    private static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    private static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    private static void answersRound(LoneMember leader, int from, long round) {
        leader.hears(from, new RaftMessage.HeartbeatReply(leader.member.term(), round));
    }

    /** The round that its latest heartbeats were of. */
    private static long round(List<Message> sent) {
        return ((RaftMessage.Heartbeat) sent.getLast()).round();
    }

    /** The leader of three whose key 7 is 42, in entry 2 of term 1. */
    private static LoneMember leader(RaftSettings settings) {
        LoneMember lone = LoneMember.leader(settings);
        lone.writes(1, 7, 42);
        lone.agrees(1, 2);
        lone.agrees(2, 2);
        lone.out.replies();
        lone.out.sent();
        return lone;
    }

    private static LoneMember leader() {
        return leader(RaftSettings.etcd(3, false));
    }

    /** A leader of which a majority has answered a round. */
    private static LoneMember heard() {
        LoneMember lone = leader();
        lone.ticks(1);
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        return lone;
    }

    @Test
    void aLeaderAsksAMajorityWhetherItStillLeads() {
        LoneMember lone = leader();
        lone.asked(StoreRequest.read(10, 7));
        assertThat(lone.out.replies()).isEmpty();
        long round = round(lone.out.sentTo(1));
        answersRound(lone, 2, round - 1);
        assertThat(lone.out.replies()).as("of an earlier round").isEmpty();
        answersRound(lone, 2, round);
        assertThat(lone.out.replies()).containsExactly(ok(10, 42));
        answersRound(lone, 1, round);
        assertThat(lone.out.replies()).as("once").isEmpty();
    }

    /** Else a read would have to wait for the write that came after it. */
    @Test
    void aReadNeedsNoMoreThanWasCommittedWhenItCame() {
        LoneMember lone = leader();
        lone.asked(StoreRequest.read(10, 7).after(Seen.Nothing.YET));
        long round = round(lone.out.sentTo(1));
        lone.writes(11, 7, 43);
        answersRound(lone, 1, round);
        assertThat(lone.out.replies())
                .containsExactly(new Letters.Reply(10, StoreResult.OK, 42, new LogPosition(1, 2)));
    }

    @Test
    void readsThatComeDuringARoundWaitForTheNextTogether() {
        LoneMember lone = heard();
        lone.asked(StoreRequest.read(10, 7));
        long round = round(lone.out.sentTo(1));
        lone.asked(StoreRequest.read(11, 7));
        lone.asked(StoreRequest.read(12, 7));
        assertThat(lone.out.sent()).as("one round at a time").isEmpty();
        answersRound(lone, 1, round);
        assertThat(lone.out.replies()).containsExactly(ok(10, 42));
        long next = round(lone.out.sentTo(2));
        assertThat(next).isEqualTo(round + 1);
        answersRound(lone, 2, next);
        assertThat(lone.out.replies()).containsExactly(ok(11, 42), ok(12, 42));
    }

    /** It may not know yet what a leader before it committed. */
    @Test
    void aNewLeaderAnswersWhenAnEntryOfItsTermIsCommitted() {
        LoneMember lone = LoneMember.of(3);
        lone.elect();
        lone.out.sent();
        lone.asked(StoreRequest.read(10, 7));
        assertThat(lone.out.sent()).isEmpty();
        lone.ticks(1);
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        assertThat(lone.out.replies()).isEmpty();
        lone.agrees(1, 1);
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        assertThat(lone.out.replies()).containsExactly(ok(10, 0));
    }

    @Test
    void whoLeadsNoMoreRefusesTheReadsThatWait() {
        LoneMember lone = leader();
        lone.asked(StoreRequest.read(10, 7));
        lone.asked(StoreRequest.read(11, 7));
        lone.hears(2, new RaftMessage.AskIndex(0, 5));
        lone.out.sent();
        lone.hearsLeader(1, 5);
        assertThat(lone.out.replies()).containsExactlyInAnyOrder(refused(10), refused(11));
        assertThat(lone.out.sentTo(2)).containsExactly(new RaftMessage.IndexReply(0, 5, -1));
    }

    @Test
    void aRoundOfAnEarlierReignDoesNotCount() {
        LoneMember lone = leader();
        lone.asked(StoreRequest.read(10, 7));
        long round = round(lone.out.sentTo(1));
        lone.hearsLeader(1, 2);
        lone.out.replies();
        lone.ticks(10);
        lone.hears(2, new RaftMessage.VoteReply(3, true, false));
        lone.agrees(1, 3);
        lone.out.sent();
        lone.asked(StoreRequest.read(11, 7));
        answersRound(lone, 1, round);
        assertThat(lone.out.replies()).isEmpty();
        answersRound(lone, 1, round + 1);
        assertThat(lone.out.replies()).containsExactly(ok(11, 42));
    }

    @Test
    void anotherMemberAsksTheLeaderAndAnswersWhenItHasAppliedSoMuch() {
        LoneMember lone = follower();
        lone.asked(StoreRequest.read(10, 7));
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.AskIndex(0, 10));
        lone.hears(1, new RaftMessage.IndexReply(0, 10, 3));
        assertThat(lone.out.replies()).isEmpty();
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 0, 0));
        assertThat(lone.out.replies()).containsExactly(ok(10, 3));
        lone.asked(StoreRequest.read(11, 7));
        lone.hears(1, new RaftMessage.IndexReply(0, 11, 3));
        assertThat(lone.out.replies()).as("at once").containsExactly(ok(11, 3));
    }

    /** Of member 1 in term 2: entries 1 to 3, of which 2 are committed. */
    private static LoneMember follower() {
        return follower(RaftSettings.etcd(3, false));
    }

    private static LoneMember follower(RaftSettings settings) {
        LoneMember lone = new LoneMember(settings);
        lone.hears(1, new RaftMessage.Append(2, 0, 0, LoneMember.entries(2, 1, 3), 2));
        lone.out.sent();
        return lone;
    }

    @Test
    void theLeaderTellsAnotherMemberHowFarItMustBe() {
        LoneMember lone = leader();
        lone.hears(2, new RaftMessage.AskIndex(0, 5));
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        assertThat(lone.out.sentTo(2)).contains(new RaftMessage.IndexReply(0, 5, 2));
    }

    @Test
    void whoIsNotTheLeaderSaysSo() {
        LoneMember lone = follower();
        assertThat(lone.answer(2, new RaftMessage.AskIndex(0, 5)))
                .containsExactly(new RaftMessage.IndexReply(0, 5, -1));
        lone.asked(StoreRequest.read(10, 7));
        lone.hears(1, new RaftMessage.IndexReply(0, 10, -1));
        assertThat(lone.out.replies()).containsExactly(refused(10));
        lone.hears(1, new RaftMessage.IndexReply(0, 10, 1));
        assertThat(lone.out.replies()).as("once").isEmpty();
        LoneMember alone = LoneMember.of(3);
        alone.asked(StoreRequest.read(11, 7));
        assertThat(alone.out.replies()).as("without a leader").containsExactly(refused(11));
    }

    @Test
    void aReadOfWhichTheLeaderSaysNothingIsRefusedAfterFiveElectionTimeouts() {
        LoneMember lone = follower();
        lone.asked(StoreRequest.read(10, 7));
        for (int i = 0; i < 50; i++) {
            lone.hearsLeader(1, 2);
            lone.ticks(1);
        }
        assertThat(lone.out.replies()).isEmpty();
        lone.ticks(1);
        assertThat(lone.out.replies()).containsExactly(refused(10));
    }

    @Test
    void whoGetsASnapshotAnswersWhoWaits() {
        LoneMember lone = follower();
        lone.asked(afterThree(10, WhenBehind.WAIT));
        lone.hears(1, new RaftMessage.Snapshot(2, 5, 2, new LongTable()));
        assertThat(lone.out.replies()).containsExactly(new Letters.Reply(10, StoreResult.OK, 0, new LogPosition(2, 5)));
    }

    @Test
    void afterACrashNobodyWaits() {
        LoneMember lone = follower();
        lone.asked(StoreRequest.read(10, 7));
        lone.asked(StoreRequest.localRead(11, 7).by(ReadRule.USUAL.withVersions(1)));
        lone.asked(StoreRequest.localRead(12, 7).after(new LogPosition(2, 3)));
        lone.member.start(lone.now);
        lone.hearsLeader(1, 2);
        lone.hears(1, new RaftMessage.IndexReply(0, 10, 1));
        lone.hears(1, new RaftMessage.IndexReply(0, 11, 1));
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 0, 0));
        assertThat(lone.out.replies()).isEmpty();
    }

    /** More than there is room for at first, told in another order. */
    @Test
    void manyReadsWaitAtOnce() {
        LoneMember lone = follower();
        IntStream.range(0, 40)
                .forEach(i -> lone.asked(StoreRequest.read(i, i % 2 == 0 ? 7 : 8)
                        .after(i < 20 ? Seen.Nothing.YET : Seen.Nothing.UNASKED)));
        for (int i = 39; i >= 0; i -= 3) {
            lone.hears(1, new RaftMessage.IndexReply(0, i, 2));
            Seen seen = i < 20 ? new LogPosition(2, 2) : Seen.Nothing.UNASKED;
            assertThat(lone.out.replies())
                    .containsExactly(new Letters.Reply(i, StoreResult.OK, i % 2 == 0 ? 2 : 0, seen));
        }
        for (int i = 0; i < 40; i++) {
            lone.hears(1, new RaftMessage.IndexReply(0, i, 3));
        }
        assertThat(lone.out.replies()).isEmpty();
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 0, 0));
        assertThat(lone.out.replies()).hasSize(26).contains(ok(38, 3), ok(37, 0));
    }

    @Test
    void manyReadsWaitForARound() {
        LoneMember lone = heard();
        IntStream.range(0, 200).forEach(i -> lone.hears(i < 100 ? 2 : 1, new RaftMessage.AskIndex(0, i)));
        long round = round(lone.out.sentTo(1));
        answersRound(lone, 1, round);
        assertThat(lone.out.sentTo(2))
                .startsWith(new RaftMessage.IndexReply(0, 0, 2))
                .hasSize(2);
        lone.hears(1, new RaftMessage.AskIndex(0, 200));
        answersRound(lone, 1, round + 1);
        List<Letters.Letter> told = lone.out.sent().stream()
                .filter(letter -> letter.message() instanceof RaftMessage.IndexReply)
                .toList();
        assertThat(told).hasSize(199).startsWith(new Letters.Letter(2, new RaftMessage.IndexReply(0, 1, 2)));
        assertThat(told.getLast()).isEqualTo(new Letters.Letter(1, new RaftMessage.IndexReply(0, 199, 2)));
        answersRound(lone, 2, round + 1);
        assertThat(lone.out.sent()).as("of a round that was done").isEmpty();
        answersRound(lone, 2, round + 2);
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.IndexReply(0, 200, 2));
    }

    /** Fact 42: it holds from when the round began for an election timeout, less a tick and less what the clocks may differ. */
    @Test
    void aLeaseAnswersWithoutAskingUntilItIsOver() {
        LoneMember lone = leader(RaftSettings.etcd(3, false).withReads(RaftSettings.Reads.LEASE));
        lone.asked(StoreRequest.read(10, 7));
        assertThat(lone.out.replies()).as("there is none yet").isEmpty();
        long began = lone.now;
        long round = round(lone.out.sentTo(1));
        lone.now += 3 * LoneMember.TICK;
        answersRound(lone, 1, round);
        assertThat(lone.out.replies()).containsExactly(ok(10, 42));
        lone.out.sent();
        long lease = 9 * LoneMember.TICK / 10 * 9;
        lone.now = began + lease - 1;
        lone.asked(StoreRequest.read(11, 7));
        assertThat(lone.out.replies()).containsExactly(ok(11, 42));
        assertThat(lone.out.sent()).isEmpty();
        lone.now = began + lease;
        lone.asked(StoreRequest.read(12, 7));
        assertThat(lone.out.replies()).isEmpty();
        assertThat(lone.out.sent()).hasSize(2);
    }

    @Test
    void aNewReignBeginsWithoutALease() {
        LoneMember lone = leader(RaftSettings.etcd(3, false).withReads(RaftSettings.Reads.LEASE));
        lone.ticks(1);
        answersRound(lone, 1, round(lone.out.sentTo(1)));
        lone.hears(1, new RaftMessage.AppendReply(2, 0, false, 0));
        lone.member.timer(0, lone.now);
        for (int i = 0; i < 9; i++) {
            lone.member.timer(0, lone.now);
        }
        lone.hears(2, new RaftMessage.VoteReply(3, true, false));
        lone.agrees(1, 3);
        lone.out.replies();
        lone.asked(StoreRequest.read(11, 7));
        assertThat(lone.member.isLeader()).isTrue();
        assertThat(lone.out.replies()).isEmpty();
    }

    @Test
    void aLocalReadIsAnsweredByWhoeverIsAskedFromWhatItHas() {
        LoneMember lone = follower();
        lone.asked(StoreRequest.localRead(10, 7));
        assertThat(lone.out.replies()).containsExactly(ok(10, 2));
        assertThat(lone.out.sent()).isEmpty();
        LoneMember local = follower(RaftSettings.etcd(3, false).withReads(RaftSettings.Reads.LOCAL));
        local.asked(StoreRequest.read(10, 7));
        assertThat(local.out.replies()).containsExactly(ok(10, 2));
        local.writes(11, 7, 5);
        assertThat(local.out.sentTo(1)).hasSize(1);
    }

    private static StoreRequest afterThree(long id, WhenBehind behind) {
        return StoreRequest.localRead(id, 7).after(new LogPosition(2, 3)).by(ReadRule.USUAL.when(behind));
    }

    @Test
    void aMemberBehindWhatItsClientSawWaitsAsksOrRefuses() {
        LoneMember lone = follower();
        lone.asked(afterThree(10, WhenBehind.REFUSE));
        assertThat(lone.out.replies()).containsExactly(refused(10));
        lone.asked(afterThree(11, WhenBehind.FORWARD));
        assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.AskIndex(0, 11));
        lone.asked(afterThree(12, WhenBehind.WAIT));
        assertThat(lone.out.replies()).isEmpty();
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 0, 0));
        assertThat(lone.out.replies()).containsExactly(new Letters.Reply(12, StoreResult.OK, 3, new LogPosition(2, 3)));
        lone.asked(afterThree(13, WhenBehind.REFUSE));
        assertThat(lone.out.replies()).hasSize(1).allMatch(reply -> reply.result() == StoreResult.OK);
    }

    @Test
    void whoWaitsForASecondIsRefused() {
        LoneMember lone = follower();
        lone.asked(afterThree(10, WhenBehind.WAIT));
        lone.ticks(9);
        assertThat(lone.out.replies()).isEmpty();
        lone.ticks(1);
        assertThat(lone.out.replies()).containsExactly(refused(10));
    }

    private static StoreRequest young(long id, long millis) {
        return StoreRequest.localRead(id, 7)
                .by(ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(millis * 1_000_000));
    }

    /** A heartbeat says what was committed by when; it is so old here when that is applied. */
    @Test
    void theAgeOfWhatAFollowerHasIsKnownFromHeartbeats() {
        LoneMember lone = follower();
        lone.now = 500_000_000;
        lone.asked(young(10, 1_000_000));
        assertThat(lone.out.replies()).as("nothing is known").containsExactly(refused(10));
        lone.hears(1, new RaftMessage.Heartbeat(2, 2, 0, 3, 400_000_000));
        lone.asked(young(11, 1_000_000));
        assertThat(lone.out.replies()).as("not applied").containsExactly(refused(11));
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 4, 450_000_000));
        lone.asked(young(12, 100));
        lone.asked(young(13, 99));
        assertThat(lone.out.replies()).containsExactly(ok(12, 3), refused(13));
        lone.hears(1, new RaftMessage.Heartbeat(2, 3, 0, 5, 480_000_000));
        lone.hears(1, new RaftMessage.Append(2, 3, 2, LoneMember.entries(2, 4, 1), 4));
        lone.asked(young(14, 50));
        lone.asked(young(15, 49));
        assertThat(lone.out.replies()).as("what it waited for").containsExactly(ok(14, 4), refused(15));
        lone.hears(1, new RaftMessage.Heartbeat(2, 4, 0, 4, 490_000_000));
        lone.asked(young(16, 10));
        assertThat(lone.out.replies()).containsExactly(ok(16, 4));
    }

    @Test
    void theLeaderSaysByWhenItCertainlyLed() {
        LoneMember lone = leader();
        lone.ticks(1);
        long began = lone.now;
        List<Message> first = lone.out.sentTo(1);
        lone.ticks(1);
        answersRound(lone, 1, round(first));
        lone.out.sent();
        lone.ticks(1);
        RaftMessage.Heartbeat said = (RaftMessage.Heartbeat) lone.out.sentTo(2).getFirst();
        assertThat(said.freshIndex()).isEqualTo(2);
        assertThat(said.freshNanos()).isEqualTo(began);
        lone.asked(young(10, 200));
        lone.asked(young(11, 199));
        assertThat(lone.out.replies()).containsExactly(ok(10, 42), refused(11));
    }

    /** Entries 1 to 3 are all of key 7, of which this member has applied two. */
    @Test
    void forVersionsTheLeaderIsAskedHowFarTheLogIs() {
        for (int versions = 1; versions <= 2; versions++) {
            LoneMember lone = follower();
            ReadRule rule = ReadRule.USUAL.when(WhenBehind.REFUSE).withVersions(versions);
            lone.asked(StoreRequest.localRead(10, 7).by(rule));
            assertThat(lone.out.sentTo(1)).containsExactly(new RaftMessage.AskIndex(0, 10));
            lone.hears(1, new RaftMessage.IndexReply(0, 10, 3));
            assertThat(lone.out.replies()).containsExactly(versions == 1 ? refused(10) : ok(10, 2));
            lone.hears(1, new RaftMessage.IndexReply(0, 10, 3));
            assertThat(lone.out.replies()).isEmpty();
            lone.asked(StoreRequest.localRead(11, 7).by(rule));
            lone.hears(1, new RaftMessage.IndexReply(0, 11, -1));
            assertThat(lone.out.replies()).containsExactly(refused(11));
        }
    }

    @Test
    void theOnlyMemberAnswersAtOnce() {
        LoneMember lone = new LoneMember(RaftSettings.etcd(1, false));
        lone.ticks(10);
        lone.writes(10, 7, 42);
        lone.asked(StoreRequest.read(11, 7));
        assertThat(lone.out.replies()).containsExactly(ok(10, 42), ok(11, 42));
    }
}
