package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;
import roundhouse.tables.LongTable;

/** What a follower answers by itself, and what it hands on. */
class FollowerAnswersTest extends LoneFollower {
    @Test
    void writesAndReadsThatMustBeNewGoToThePrimary() {
        PrimaryReplica member = follower();
        StoreRequest write = StoreRequest.write(1, 7, 9);
        StoreRequest read = StoreRequest.read(2, 7);
        member.request(write, now);
        member.request(read, now);
        assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.Ask(write), new PrimaryMessage.Ask(read));
        member.receive(0, new PrimaryMessage.Answer(1, StoreResult.OK, 9, Seen.Nothing.UNASKED), now);
        member.receive(0, new PrimaryMessage.Answer(2, StoreResult.OK, 9, new LogPosition(1, 4)), now);
        assertThat(out.replies())
                .containsExactly(ok(1, 9), new Letters.Reply(2, StoreResult.OK, 9, new LogPosition(1, 4)));
        member.receive(2, new PrimaryMessage.Ask(write), now);
        assertThat(out.sentTo(2))
                .as("it is not the primary")
                .containsExactly(new PrimaryMessage.Answer(1, StoreResult.REFUSED, 0, Seen.Nothing.UNASKED));
        member.receive(2, new PrimaryMessage.AskIndex(5), now);
        assertThat(out.sentTo(2)).containsExactly(new PrimaryMessage.IndexReply(5, -1));
    }

    @Test
    void aLocalReadShowsWhatItsClientSawOrWaitsAsksOrRefuses() {
        PrimaryReplica member = follower();
        member.request(StoreRequest.localRead(1, 7), now);
        member.request(local(2, 3, WhenBehind.REFUSE), now);
        member.request(local(3, 4, WhenBehind.REFUSE), now);
        assertThat(out.replies())
                .containsExactly(ok(1, 3), new Letters.Reply(2, StoreResult.OK, 3, new LogPosition(1, 3)), refused(3));
        StoreRequest forwarded = local(4, 4, WhenBehind.FORWARD);
        member.request(forwarded, now);
        assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.Ask(forwarded.notLocal()));
        member.request(local(5, 4, WhenBehind.WAIT), now);
        member.request(local(6, 5, WhenBehind.WAIT), now);
        assertThat(out.timer(PrimaryTimer.PATIENCE)).isEqualTo(SECOND);
        ships(member, 1, 3, 4);
        assertThat(out.replies()).containsExactly(new Letters.Reply(5, StoreResult.OK, 4, new LogPosition(1, 4)));
    }

    @Test
    void whoWaitsForTooLongIsRefused() {
        PrimaryReplica member = follower();
        member.request(local(1, 4, WhenBehind.WAIT), 0);
        member.request(local(2, 4, WhenBehind.WAIT), SECOND / 2);
        member.timer(PrimaryTimer.PATIENCE, SECOND - 1);
        assertThat(out.replies()).isEmpty();
        member.timer(PrimaryTimer.PATIENCE, SECOND);
        assertThat(out.replies()).containsExactly(refused(1));
        assertThat(out.timer(PrimaryTimer.PATIENCE)).isEqualTo(3 * SECOND / 2);
        member.timer(PrimaryTimer.PATIENCE, 3 * SECOND / 2);
        assertThat(out.replies()).containsExactly(refused(2));
    }

    @Test
    void whoIsPromotedAnswersWhoWaits() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        ships(member, 1, 0, 5);
        member.request(local(1, 1, WhenBehind.WAIT), 0);
        assertThat(out.replies()).isEmpty();
        member.promote(2, 0);
        assertThat(out.replies()).hasSize(1);
        member.request(StoreRequest.localRead(2, 7), 0);
        assertThat(out.replies()).containsExactly(ok(2, 5));
    }

    @Test
    void afterACrashNobodyWaits() {
        PrimaryReplica member = follower();
        member.request(local(1, 4, WhenBehind.WAIT), 0);
        member.request(StoreRequest.localRead(2, 7).by(ReadRule.USUAL.withVersions(1)), 0);
        member.start(0);
        ships(member, 1, 3, 4);
        member.receive(0, new PrimaryMessage.IndexReply(2, 4), 0);
        assertThat(out.replies()).isEmpty();
    }

    @Test
    void dataIsAsOldAsWhenThePrimarySentThatThereIsNoMore() {
        PrimaryReplica member = follower();
        member.request(young(1, 50), 50);
        member.request(young(2, 50), 51);
        assertThat(out.replies()).containsExactly(ok(1, 3), refused(2));
        member.receive(0, new PrimaryMessage.Ship(1, 3, 1, LogEntries.NONE, 3, 90), 100);
        member.request(young(3, 10), 100);
        member.request(young(4, 9), 100);
        assertThat(out.replies()).containsExactly(ok(3, 3), refused(4));
        member.receive(0, new PrimaryMessage.Ship(1, 3, 1, LogEntries.NONE, 4, 150), 150);
        member.request(young(5, 59), 150);
        assertThat(out.replies()).as("there is more").containsExactly(refused(5));
        member.receive(0, REJOIN, 150);
        member.request(young(6, 1_000 * SECOND), 150);
        assertThat(out.replies()).as("nothing is known").containsExactly(refused(6));
    }

    /** All three entries are of the key; the primary is at entry 4, of which nothing is known here. */
    @Test
    void forVersionsThePrimaryIsAskedHowFarItIs() {
        PrimaryReplica member = follower();
        for (int versions = 1; versions <= 2; versions++) {
            ReadRule rule = ReadRule.USUAL.when(WhenBehind.REFUSE).withVersions(versions);
            member.request(StoreRequest.localRead(versions, 7).by(rule), now);
            assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.AskIndex(versions));
            member.receive(0, new PrimaryMessage.IndexReply(versions, 4), now);
            assertThat(out.replies()).containsExactly(versions == 1 ? refused(1) : ok(2, 3));
            member.receive(0, new PrimaryMessage.IndexReply(versions, 4), now);
            assertThat(out.replies()).as("once").isEmpty();
        }
        member.request(StoreRequest.localRead(8, 7).by(ReadRule.USUAL.withVersions(1)), now);
        member.receive(0, new PrimaryMessage.IndexReply(8, 4), now);
        ships(member, 1, 3, 4);
        assertThat(out.replies()).as("it waited").containsExactly(ok(8, 4));
        member.request(StoreRequest.localRead(9, 7).by(ReadRule.USUAL.withVersions(1)), now);
        member.receive(0, new PrimaryMessage.IndexReply(9, -1), now);
        assertThat(out.replies()).containsExactly(refused(9));
        assertThat(List.of(member.position(), member.applied())).containsExactly(4L, 4L);
    }

    @Test
    void whoWaitsIsAnsweredByAllDataOrWhenItIsTimeToApply() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        member.request(local(1, 1, WhenBehind.WAIT), 0);
        ships(member, 1, 0, 5);
        member.timer(PrimaryTimer.APPLY, SECOND);
        assertThat(out.replies()).hasSize(1);
        member.request(local(2, 4, WhenBehind.WAIT), SECOND);
        member.receive(0, new PrimaryMessage.Full(1, 4, 1, new LongTable()), SECOND);
        assertThat(out.replies()).hasSize(1);
    }
}
