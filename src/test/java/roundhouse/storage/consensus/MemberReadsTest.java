package roundhouse.storage.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;
import roundhouse.tables.LongTable;

/** Reads that a member answers from what it has, as stale as they may be. */
class MemberReadsTest extends RaftReads {
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
}
