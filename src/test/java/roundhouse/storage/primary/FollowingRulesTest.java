package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;
import roundhouse.tables.LongTable;

/** What a follower takes from its primary, and what it answers by itself. */
class FollowingRulesTest {
    private static final long SECOND = 1_000_000_000;
    private static final Message REJOIN = new PrimaryMessage.Rejoin();

    private final Letters out = new Letters();
    private long now;

    private PrimaryReplica follower(PrimarySettings settings) {
        PrimaryReplica member = new PrimaryReplica(1, 0, settings, out);
        member.start(0);
        return member;
    }

    /** Has entries 1 to 3 of epoch 1, of key 7 and with values 1 to 3. */
    private PrimaryReplica follower() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3));
        ships(member, 1, 0, 1, 2, 3);
        out.sent();
        return member;
    }

    private static LogEntries entries(int epoch, long... values) {
        int[] terms = new int[values.length];
        long[] keys = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            terms[i] = epoch;
            keys[i] = 7;
        }
        return new LogEntries(terms, keys, values);
    }

    /** Entries of an epoch that follow one of the same epoch, sent now. */
    private void ships(PrimaryReplica member, int epoch, long previous, long... values) {
        long last = previous + values.length;
        shipsBehind(member, epoch, previous, previous == 0 ? 0 : epoch, last, values);
    }

    private void shipsBehind(
            PrimaryReplica member, int epoch, long previous, int previousEpoch, long lastIndex, long... values) {
        member.receive(
                0,
                new PrimaryMessage.Ship(epoch, previous, previousEpoch, entries(epoch, values), lastIndex, now),
                now);
    }

    private static Message ack(int epoch, long received, long applied, boolean isPeriodic) {
        return new PrimaryMessage.Ack(epoch, received, applied, isPeriodic);
    }

    private static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    private static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    @Test
    void aFollowerJoinsUntilItIsAnswered() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3));
        Message join = new PrimaryMessage.Join(0, 0);
        assertThat(out.sentTo(0)).containsExactly(join);
        member.timer(PrimaryTimer.EVERY_PERIOD, SECOND);
        assertThat(out.sentTo(0)).containsExactly(join);
        ships(member, 1, 0);
        assertThat(out.sentTo(0)).as("joined").containsExactly(ack(1, 0, 0, false));
        member.timer(PrimaryTimer.EVERY_PERIOD, 2 * SECOND);
        assertThat(out.sentTo(0)).containsExactly(ack(1, 0, 0, true));
        ships(member, 1, 0);
        assertThat(out.sent()).as("nothing is new").isEmpty();
    }

    @Test
    void aFollowerTakesAppliesAndAcknowledgesWhatIsShipped() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3));
        out.sent();
        ships(member, 1, 0, 5, 6);
        assertThat(out.held()).containsExactly("7=5", "7=6");
        assertThat(out.sentTo(0)).containsExactly(ack(1, 2, 2, false));
        assertThat(member.value(7)).isEqualTo(6);
        assertThat(member.lastIndex()).isEqualTo(2);
        ships(member, 1, 1, 6, 7);
        assertThat(out.held()).as("but what is there").containsExactly("7=7");
        assertThat(out.sentTo(0)).containsExactly(ack(1, 3, 3, false));
        ships(member, 1, 0, 5);
        assertThat(member.lastIndex()).as("late").isEqualTo(3);
    }

    @Test
    void whoLacksSomethingJoinsAgain() {
        PrimaryReplica member = follower();
        ships(member, 1, 4, 5);
        assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.Join(3, 1));
        assertThat(member.lastIndex()).isEqualTo(3);
        member.receive(0, REJOIN, now);
        assertThat(out.sentTo(0)).as("the primary does not know it").containsExactly(new PrimaryMessage.Join(3, 1));
        member.receive(2, REJOIN, now);
        assertThat(out.sent()).as("of another").isEmpty();
    }

    /** A new primary has other entries in the place of what got lost: the log is not the beginning of its. */
    @Test
    void whoHasAnotherLogThanThePrimaryGetsAll() {
        PrimaryReplica member = follower();
        shipsBehind(member, 2, 2, 1, 3, 9);
        assertThat(out.sentTo(0)).as("entry 3 is another").containsExactly(new PrimaryMessage.Join(3, 1));
        shipsBehind(member, 2, 3, 2, 3);
        assertThat(out.sentTo(0)).as("what is before is another").containsExactly(new PrimaryMessage.Join(3, 1));
        shipsBehind(member, 2, 2, 1, 2);
        assertThat(out.sentTo(0)).as("more than the primary has").containsExactly(new PrimaryMessage.Join(3, 1));
        LongTable values = new LongTable();
        values.put(8, 80);
        member.receive(0, new PrimaryMessage.Full(2, 2, 1, values), now);
        values.put(8, 81);
        assertThat(out.sentTo(0)).containsExactly(ack(2, 2, 2, false));
        assertThat(member.lastIndex()).isEqualTo(2);
        assertThat(member.value(7)).isZero();
        assertThat(member.value(8)).isEqualTo(80);
        shipsBehind(member, 2, 2, 1, 3, 9);
        assertThat(member.value(7)).isEqualTo(9);
        assertThat(out.sentTo(0)).containsExactly(ack(2, 3, 3, false));
        member.receive(0, new PrimaryMessage.Ship(2, 0, 0, entries(1, 1, 2), 3, now), now);
        assertThat(out.sent()).as("before the snapshot").isEmpty();
    }

    @Test
    void whatIsNotFromThePrimaryOfNowIsNothing() {
        PrimaryReplica member = follower();
        member.follow(0, 3, now);
        out.sent();
        shipsBehind(member, 2, 3, 1, 4, 9);
        member.receive(2, new PrimaryMessage.Ship(3, 3, 1, entries(3, 9), 4, now), now);
        member.receive(2, new PrimaryMessage.Full(3, 9, 3, new LongTable()), now);
        member.receive(0, new PrimaryMessage.Full(2, 9, 2, new LongTable()), now);
        member.receive(2, new PrimaryMessage.Join(0, 0), now);
        member.receive(2, ack(3, 0, 0, true), now);
        assertThat(out.sent()).isEmpty();
        assertThat(member.lastIndex()).isEqualTo(3);
        member.promote(4, now);
        shipsBehind(member, 4, 3, 1, 4, 9);
        assertThat(member.lastIndex()).as("it leads").isEqualTo(3);
    }

    /** recovery_min_apply_delay: so long after it was sent. */
    @Test
    void whatWasReceivedIsAppliedAfterTheDelay() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        out.sent();
        ships(member, 1, 0, 5);
        assertThat(out.sentTo(0)).containsExactly(ack(1, 1, 0, false));
        assertThat(out.timer(PrimaryTimer.APPLY)).isEqualTo(SECOND);
        now = SECOND / 2;
        ships(member, 1, 1, 6);
        assertThat(out.timer(PrimaryTimer.APPLY)).as("the first").isEqualTo(SECOND);
        out.sent();
        member.timer(PrimaryTimer.APPLY, SECOND);
        assertThat(member.value(7)).isEqualTo(5);
        assertThat(out.sentTo(0)).containsExactly(ack(1, 2, 1, false));
        assertThat(out.timer(PrimaryTimer.APPLY)).isEqualTo(3 * SECOND / 2);
        member.timer(PrimaryTimer.APPLY, 3 * SECOND / 2);
        assertThat(member.value(7)).isEqualTo(6);
        assertThat(member.applied()).isEqualTo(2);
        member.receive(0, new PrimaryMessage.Ship(1, 2, 1, entries(1, 7), 3, 2 * SECOND), 3 * SECOND);
        assertThat(member.value(7)).as("it took as long to come").isEqualTo(7);
    }

    @Test
    void whoIsPromotedAppliesWhatItHasFirst() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        ships(member, 1, 0, 5);
        member.promote(2, now);
        assertThat(member.isPrimary()).isTrue();
        assertThat(member.epoch()).isEqualTo(2);
        assertThat(member.value(7)).isEqualTo(5);
        out.sent();
        member.timer(PrimaryTimer.APPLY, SECOND);
        assertThat(out.sent()).as("it acknowledges to nobody").isEmpty();
        member.timer(PrimaryTimer.EVERY_PERIOD, SECOND);
        assertThat(out.sent()).isEmpty();
    }

    @Test
    void aCrashAppliesWhatWasReceivedAndJoins() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        ships(member, 1, 0, 5);
        out.sent();
        member.start(now);
        assertThat(member.value(7)).isEqualTo(5);
        assertThat(out.sentTo(0)).containsExactly(new PrimaryMessage.Join(1, 1));
    }

    @Test
    void whoVotedForAnotherDealsWithNoEarlierPrimary() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withFence(SECOND));
        ships(member, 1, 0, 5);
        member.promise(2, 10 * SECOND);
        out.sent();
        now = 10 * SECOND - 1;
        ships(member, 1, 1, 6);
        member.receive(0, REJOIN, now);
        member.timer(PrimaryTimer.EVERY_PERIOD, now);
        assertThat(out.sent()).isEmpty();
        assertThat(member.lastIndex()).isEqualTo(1);
        now = 10 * SECOND;
        ships(member, 1, 1, 6);
        assertThat(member.lastIndex()).as("it came to nothing").isEqualTo(2);
    }

    /** What was to be applied later is in what came whole. */
    @Test
    void allDataTakesThePlaceOfWhatWaits() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3).withApplyDelay(SECOND));
        ships(member, 1, 0, 5, 6);
        member.receive(0, new PrimaryMessage.Full(1, 1, 1, new LongTable()), now);
        member.timer(PrimaryTimer.APPLY, SECOND);
        assertThat(member.applied()).isEqualTo(1);
        assertThat(member.lastIndex()).isEqualTo(1);
    }

    @Test
    void whoIsToldToFollowAnotherJoinsIt() {
        PrimaryReplica member = follower();
        member.follow(2, 5, now);
        assertThat(out.sent()).containsExactly(new Letters.Letter(2, new PrimaryMessage.Join(3, 1)));
        assertThat(member.epoch()).isEqualTo(5);
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

    private static StoreRequest local(long id, long seen, WhenBehind behind) {
        return StoreRequest.localRead(id, 7).after(new LogPosition(1, seen)).by(ReadRule.USUAL.when(behind));
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

    private static StoreRequest young(long id, long age) {
        return StoreRequest.localRead(id, 7)
                .by(ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(age));
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
}
