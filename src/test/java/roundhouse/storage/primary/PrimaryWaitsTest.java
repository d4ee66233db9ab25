package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.storage.primary.PrimarySettings.Choice;
import roundhouse.storage.primary.PrimarySettings.Level;
import roundhouse.storage.primary.PrimarySettings.OnTimeout;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

/** What a primary waits for before it acknowledges a write, and what ends the waiting. */
class PrimaryWaitsTest extends LonePrimary {
    @Test
    void aSynchronousWriteWaitsForSoManyFollowers() {
        PrimaryReplica member = primary(synchronous(4, 2));
        member.request(StoreRequest.write(1, 7, 42).after(Seen.Nothing.YET), now);
        has(member, 1, 1, 0);
        has(member, 1, 1, 0);
        assertThat(out.replies()).isEmpty();
        assertThat(readHere(member)).as("not visible before").isZero();
        has(member, 3, 1, 0);
        assertThat(out.replies()).containsExactly(new Letters.Reply(1, StoreResult.OK, 42, new LogPosition(1, 1)));
        assertThat(readHere(member)).isEqualTo(42);
        assertThat(member.applied()).isEqualTo(1);
    }

    @Test
    void whatIsAskedOfFollowersMayBeThatTheyHaveAppliedIt() {
        PrimaryReplica member = primary(PrimarySettings.synchronous(3, 1, Choice.ANY, Level.APPLIED));
        writes(member, 1, 42);
        has(member, 1, 1, 0);
        assertThat(out.replies()).isEmpty();
        has(member, 1, 1, 1);
        assertThat(out.replies()).containsExactly(ok(1, 42));
    }

    @Test
    void moreThanThereAreNobodyCanHave() {
        PrimaryReplica member = primary(synchronous(2, 2));
        writes(member, 1, 42);
        has(member, 1, 1, 1);
        assertThat(out.replies()).isEmpty();
    }

    /** Fact 29: FIRST 1 (1, 2, 3). */
    @Test
    void theFirstOfTheListThatAreConnectedMustHaveIt() {
        PrimaryReplica member = primary(PrimarySettings.synchronous(4, 2, Choice.FIRST, Level.RECEIVED));
        writes(member, 1, 42);
        has(member, 3, 1, 1);
        has(member, 2, 1, 1);
        assertThat(out.replies()).as("1 is connected").isEmpty();
        member.disconnected(1, now);
        assertThat(out.replies()).containsExactly(ok(1, 42));
        member.disconnected(2, now);
        writes(member, 2, 43);
        has(member, 3, 2, 2);
        assertThat(out.replies()).as("too few are").isEmpty();
        out.sent();
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        has(member, 1, 2, 2);
        assertThat(out.replies()).containsExactly(ok(2, 43));
    }

    @Test
    void whatIsAcknowledgedOutOfOrderIsNotForgotten() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 41);
        writes(member, 2, 42);
        writes(member, 3, 43);
        has(member, 1, 2, 2);
        assertThat(out.replies()).containsExactly(ok(1, 41), ok(2, 42));
        has(member, 1, 1, 1);
        assertThat(member.applied()).isEqualTo(2);
        has(member, 1, 3, 3);
        assertThat(out.replies()).containsExactly(ok(3, 43));
    }

    /** Fact 31: visible at once, and not known to be safe when the time is over. */
    @Test
    void aWriteThatWaitedForTooLongIsUnknown() {
        PrimaryReplica member = primary(PrimarySettings.waiting(2, 1, 5 * SECOND));
        writes(member, 1, 42);
        assertThat(readHere(member)).isEqualTo(42);
        assertThat(out.timer(PrimaryTimer.WRITE_TIMEOUT)).isEqualTo(5 * SECOND);
        now = 2 * SECOND;
        writes(member, 2, 43);
        assertThat(out.timer(PrimaryTimer.WRITE_TIMEOUT)).as("the first").isEqualTo(5 * SECOND);
        now = 5 * SECOND - 1;
        member.timer(PrimaryTimer.WRITE_TIMEOUT, now);
        assertThat(out.replies()).isEmpty();
        now = 5 * SECOND;
        member.timer(PrimaryTimer.WRITE_TIMEOUT, now);
        assertThat(out.replies()).containsExactly(Letters.Reply.of(1, StoreResult.UNKNOWN, 42));
        assertThat(out.timer(PrimaryTimer.WRITE_TIMEOUT)).as("the next").isEqualTo(7 * SECOND);
        has(member, 1, 2, 2);
        assertThat(out.replies()).containsExactly(ok(2, 43));
        member.timer(PrimaryTimer.WRITE_TIMEOUT, 9 * SECOND);
        assertThat(out.replies()).isEmpty();
    }

    /** Semi-synchronous. */
    @Test
    void whoFallsBackAcknowledgesAtOnceUntilTheFollowersHaveCaughtUp() {
        PrimaryReplica member = primary(synchronous(2, 1).withTimeout(SECOND, OnTimeout.FALL_BACK, false));
        writes(member, 1, 42);
        now = SECOND;
        member.timer(PrimaryTimer.WRITE_TIMEOUT, now);
        assertThat(out.replies()).containsExactly(ok(1, 42));
        assertThat(member.hasFallenBack()).isTrue();
        writes(member, 2, 43);
        assertThat(out.replies()).containsExactly(ok(2, 43));
        has(member, 1, 1, 1);
        assertThat(member.hasFallenBack()).isTrue();
        has(member, 1, 2, 2);
        assertThat(member.hasFallenBack()).isFalse();
        writes(member, 3, 44);
        assertThat(out.replies()).isEmpty();
        member.start(now);
        assertThat(member.hasFallenBack()).isFalse();
    }

    @Test
    void withoutATimeoutAWriteWaitsForHoweverLong() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 42);
        assertThat(out.timer(PrimaryTimer.WRITE_TIMEOUT)).as("never").isEqualTo(-1);
    }

    /** Fact 29. */
    @Test
    void aWaitCanBeEndedByHand() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 41);
        writes(member, 2, 42);
        member.release(2, StoreResult.UNKNOWN);
        assertThat(out.replies()).containsExactly(Letters.Reply.of(2, StoreResult.UNKNOWN, 42));
        assertThat(readHere(member)).as("it and those before it stay").isEqualTo(42);
        member.release(2, StoreResult.OK);
        assertThat(out.replies()).as("it waits no more").isEmpty();
        member.require(0, now);
        assertThat(out.replies()).containsExactly(ok(1, 41));
        member.receive(1, new PrimaryMessage.Ask(StoreRequest.write(5, 7, 50)), now);
        member.require(1, now);
        member.receive(1, new PrimaryMessage.Ask(StoreRequest.write(6, 7, 60)), now);
        member.release(6, StoreResult.OK);
        assertThat(out.replies()).as("of another member").isEmpty();
        assertThat(out.sentTo(1)).contains(new PrimaryMessage.Answer(5, StoreResult.OK, 50, Seen.Nothing.UNASKED));
    }

    @Test
    void whatWaitsWhenAnotherLeadsIsUnknown() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 42);
        assertThat(member.leader()).isZero();
        member.follow(1, 2, now);
        assertThat(out.replies()).containsExactly(Letters.Reply.of(1, StoreResult.UNKNOWN, 42));
        assertThat(member.leader()).isEqualTo(1);
        assertThat(member.primary()).isEqualTo(1);
        assertThat(member.term()).isEqualTo(2);
        assertThat(member.isPrimary()).isFalse();
        assertThat(member.acceptsWrites(now)).isFalse();
    }

    @Test
    void aCrashForgetsWhoWaitsAndAppliesWhatIsThere() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 42);
        member.start(now);
        assertThat(member.value(7)).isEqualTo(42);
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        has(member, 1, 1, 1);
        assertThat(out.replies()).isEmpty();
    }

    /** It may have lost them since, with the primary that it followed meanwhile. */
    @Test
    void whatFollowersHadInAnEarlierReignDoesNotCount() {
        PrimaryReplica member = primary(synchronous(2, 1));
        for (int i = 1; i <= 3; i++) {
            writes(member, i, i);
        }
        has(member, 1, 3, 3);
        member.follow(1, 2, now);
        member.receive(1, new PrimaryMessage.Full(2, 1, 1, new LongTable()), now);
        member.promote(3, now);
        out.replies();
        out.sent();
        writes(member, 4, 4);
        assertThat(out.replies()).isEmpty();
        assertThat(out.sent()).as("nobody has joined").isEmpty();
        member.receive(1, new PrimaryMessage.Join(1, 1), now);
        assertThat(shipped(1)).containsExactly("after 1: 1 entries of 2");
        has(member, 1, 2, 2);
        assertThat(out.replies()).containsExactly(ok(4, 4));
    }
}
