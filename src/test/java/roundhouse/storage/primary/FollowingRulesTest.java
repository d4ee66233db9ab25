package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.tables.LongTable;

/** What a follower takes from its primary, and what it answers by itself. */
class FollowingRulesTest extends LoneFollower {
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
}
