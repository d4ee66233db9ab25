package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** Reads that are not stale, and those that may be as stale as they say (Raft, 8; Ongaro's thesis, 6.4). */
class RaftReadsTest extends RaftReads {
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
    void theOnlyMemberAnswersAtOnce() {
        LoneMember lone = new LoneMember(RaftSettings.etcd(1, false));
        lone.ticks(10);
        lone.writes(10, 7, 42);
        lone.asked(StoreRequest.read(11, 7));
        assertThat(lone.out.replies()).containsExactly(ok(10, 42), ok(11, 42));
    }
}
