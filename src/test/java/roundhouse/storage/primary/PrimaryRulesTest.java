package roundhouse.storage.primary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.storage.primary.PrimarySettings.Choice;
import roundhouse.storage.primary.PrimarySettings.Level;
import roundhouse.storage.primary.PrimarySettings.OnTimeout;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** What a primary ships, what it waits for before it acknowledges a write, and when it refuses. */
class PrimaryRulesTest {
    private static final long SECOND = 1_000_000_000;

    private final Letters out = new Letters();
    private long now;

    /** Member 0 as the primary, which all others have joined. */
    private PrimaryReplica primary(PrimarySettings settings) {
        PrimaryReplica member = new PrimaryReplica(0, 0, settings, out);
        member.start(0);
        for (int i = 1; i < settings.members(); i++) {
            member.receive(i, new PrimaryMessage.Join(0, 0), now);
        }
        out.sent();
        return member;
    }

    private static PrimarySettings synchronous(int members, int required) {
        return PrimarySettings.synchronous(members, required, Choice.ANY, Level.RECEIVED);
    }

    private void writes(PrimaryReplica member, long id, long value) {
        member.request(StoreRequest.write(id, 7, value), now);
    }

    private void has(PrimaryReplica member, int follower, long received, long applied) {
        member.receive(follower, new PrimaryMessage.Ack(member.epoch(), received, applied, false), now);
    }

    private void saysWhatItHas(PrimaryReplica member, int follower, long received) {
        member.receive(follower, new PrimaryMessage.Ack(member.epoch(), received, received, true), now);
    }

    private static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    private static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    private long readHere(PrimaryReplica member) {
        member.request(StoreRequest.read(99, 7), now);
        return out.replies().getLast().value();
    }

    /** What was shipped to a member, as {@code after 1: 2 entries of 3}. */
    private List<String> shipped(int to) {
        return out.sentTo(to).stream()
                .filter(PrimaryMessage.Ship.class::isInstance)
                .map(PrimaryMessage.Ship.class::cast)
                .map(ship -> "after " + ship.previousIndex() + ": "
                        + ship.entries().count() + " entries of " + ship.lastIndex())
                .toList();
    }

    @Test
    void anAsynchronousWriteIsAcknowledgedAtOnceAndShipped() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3));
        writes(member, 1, 42);
        assertThat(out.replies()).containsExactly(ok(1, 42));
        assertThat(out.held()).containsExactly("7=42");
        assertThat(member.value(7)).isEqualTo(42);
        assertThat(member.position()).isEqualTo(1);
        writes(member, 2, 43);
        assertThat(out.sent()).hasSize(4).extracting(Letters.Letter::to).containsExactly(1, 2, 1, 2);
        writes(member, 3, 44);
        assertThat(shipped(1)).containsExactly("after 2: 1 entries of 3");
    }

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
    void aFollowerThatJoinsGetsWhatComesAfterItsLog() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3));
        for (int i = 1; i <= 5; i++) {
            writes(member, i, i);
        }
        out.sent();
        member.receive(1, new PrimaryMessage.Join(3, 1), now);
        assertThat(shipped(1)).containsExactly("after 3: 2 entries of 5");
        member.receive(1, new PrimaryMessage.Join(3, 0), now);
        List<Message> sent = out.sentTo(1);
        PrimaryMessage.Full full = (PrimaryMessage.Full) sent.getFirst();
        assertThat(full.index()).as("its entry 3 is another").isEqualTo(5);
        assertThat(full.lastEpoch()).isEqualTo(1);
        assertThat(full.values().get(7, 0)).isEqualTo(5);
        assertThat(full.bytes()).isEqualTo(64 + 16);
        assertThat(full.work()).isEqualTo(Message.Work.WRITE);
        assertThat(full.replacesAll()).isTrue();
        PrimaryMessage.Ship ship = (PrimaryMessage.Ship) sent.getLast();
        assertThat(ship.previousIndex()).isEqualTo(5);
        assertThat(ship.work()).isEqualTo(Message.Work.NONE);
        assertThat(ship.bytes()).isEqualTo(64);
        writes(member, 6, 6);
        assertThat(full.values().get(7, 0)).as("it is a copy").isEqualTo(5);
        PrimaryMessage.Ship more = (PrimaryMessage.Ship) out.sentTo(1).getFirst();
        assertThat(more.work()).isEqualTo(Message.Work.WRITE);
        assertThat(more.bytes()).isEqualTo(64 + 32);
    }

    @Test
    void whoJoinsAgainHasNoMoreThanItSays() {
        PrimaryReplica member = primary(synchronous(2, 1));
        writes(member, 1, 41);
        has(member, 1, 1, 1);
        writes(member, 2, 42);
        member.receive(1, new PrimaryMessage.Join(1, 1), now);
        assertThat(out.replies()).containsExactly(ok(1, 41));
        has(member, 1, 2, 2);
        assertThat(out.replies()).containsExactly(ok(2, 42));
    }

    /** A follower that says that it has less than was there when it last did so lacks something. */
    @Test
    void whatGotLostIsShippedAgain() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(2));
        writes(member, 1, 41);
        saysWhatItHas(member, 1, 0);
        out.sent();
        assertThat(shipped(1)).isEmpty();
        saysWhatItHas(member, 1, 0);
        assertThat(shipped(1)).containsExactly("after 0: 1 entries of 1");
        saysWhatItHas(member, 1, 1);
        has(member, 1, 0, 0);
        assertThat(shipped(1)).isEmpty();
    }

    @Test
    void whoIsNotKnownIsToldToJoin() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3));
        member.disconnected(1, now);
        has(member, 1, 0, 0);
        assertThat(out.sentTo(1)).containsExactly(new PrimaryMessage.Rejoin());
        member.receive(2, new PrimaryMessage.Ack(0, 0, 0, false), now);
        assertThat(out.sentTo(2)).as("of another epoch").containsExactly(new PrimaryMessage.Rejoin());
        writes(member, 1, 41);
        assertThat(shipped(1)).isEmpty();
    }

    @Test
    void eachPeriodFollowersHearHowFarTheLogIs() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3));
        assertThat(out.timer(PrimaryTimer.EVERY_PERIOD)).isEqualTo(SECOND);
        writes(member, 1, 41);
        member.disconnected(2, now);
        out.sent();
        member.timer(PrimaryTimer.EVERY_PERIOD, SECOND);
        assertThat(out.timer(PrimaryTimer.EVERY_PERIOD)).isEqualTo(2 * SECOND);
        List<Letters.Letter> sent = out.sent();
        assertThat(sent).hasSize(1);
        PrimaryMessage.Ship ship = (PrimaryMessage.Ship) sent.getFirst().message();
        assertThat(ship.previousIndex()).isEqualTo(1);
        assertThat(ship.sentNanos()).isEqualTo(SECOND);
    }

    /** Fact 32: the lag is in whole seconds, and looked at once a second. */
    @ParameterizedTest
    @CsvSource({"3.999, true", "4, false"})
    void withTooFewFollowersInTimeWritesAreRefusedAndReadsAreNot(double seconds, boolean isTaken) {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3).withMinFollowers(1, 2 * SECOND));
        writes(member, 1, 41);
        assertThat(out.replies()).as("nobody has been looked at yet").containsExactly(refused(1));
        member.disconnected(2, now);
        now = SECOND;
        saysWhatItHas(member, 1, 0);
        now = (long) (seconds * SECOND);
        assertThat(member.acceptsWrites(now)).isFalse();
        member.timer(PrimaryTimer.EVERY_PERIOD, now);
        assertThat(member.acceptsWrites(now)).isEqualTo(isTaken);
        writes(member, 2, 42);
        assertThat(out.replies()).containsExactly(isTaken ? ok(2, 42) : refused(2));
        assertThat(readHere(member)).isEqualTo(isTaken ? 42 : 0);
    }

    @Test
    void theBacklogIsBounded() {
        PrimarySettings usual = PrimarySettings.asynchronous(2);
        PrimarySettings settings = new PrimarySettings(
                2,
                0,
                usual.choice(),
                usual.level(),
                true,
                0,
                usual.onTimeout(),
                0,
                SECOND,
                0,
                usual.maxLagNanos(),
                0,
                10);
        PrimaryReplica member = primary(settings);
        for (int i = 1; i <= 20; i++) {
            writes(member, i, i);
        }
        out.sent();
        member.receive(1, new PrimaryMessage.Join(1, 1), now);
        assertThat(shipped(1)).as("all are there yet").containsExactly("after 1: 19 entries of 20");
        writes(member, 21, 21);
        out.sent();
        member.receive(1, new PrimaryMessage.Join(11, 1), now);
        assertThat(shipped(1)).containsExactly("after 11: 10 entries of 21");
        member.receive(1, new PrimaryMessage.Join(10, 1), now);
        assertThat(out.sentTo(1).getFirst()).isInstanceOf(PrimaryMessage.Full.class);
    }

    @Test
    void whatOtherMembersWereAskedIsAnsweredThere() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(3));
        member.receive(2, new PrimaryMessage.Ask(StoreRequest.write(1, 7, 42)), now);
        assertThat(out.sentTo(2)).contains(new PrimaryMessage.Answer(1, StoreResult.OK, 42, Seen.Nothing.UNASKED));
        member.receive(2, new PrimaryMessage.Ask(StoreRequest.read(2, 7).after(Seen.Nothing.YET)), now);
        assertThat(out.sentTo(2))
                .containsExactly(new PrimaryMessage.Answer(2, StoreResult.OK, 42, new LogPosition(1, 1)));
        member.receive(2, new PrimaryMessage.AskIndex(3), now);
        assertThat(out.sentTo(2)).containsExactly(new PrimaryMessage.IndexReply(3, 1));
        assertThat(new PrimaryMessage.Ask(StoreRequest.read(2, 7)).work()).isEqualTo(Message.Work.READ);
        assertThat(new PrimaryMessage.Ask(StoreRequest.write(2, 7, 1)).work()).isEqualTo(Message.Work.WRITE);
    }

    /** What a client saw at a primary that is gone may be lost: then it is for ever. */
    @Test
    void aPrimaryThatLacksWhatAClientSawRefusesItsReads() {
        PrimaryReplica member = primary(PrimarySettings.asynchronous(2));
        writes(member, 1, 42);
        out.replies();
        for (LogPosition seen : List.of(new LogPosition(1, 2), new LogPosition(2, 1))) {
            member.request(StoreRequest.read(2, 7).after(seen), now);
            assertThat(out.replies()).containsExactly(refused(2));
        }
        member.request(StoreRequest.read(2, 7).after(new LogPosition(1, 1)), now);
        assertThat(out.replies().getFirst().result()).isEqualTo(StoreResult.OK);
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

    private static final long FENCE = SECOND;

    private PrimaryReplica fenced(int required) {
        PrimarySettings settings =
                (required == 0 ? PrimarySettings.asynchronous(3) : synchronous(3, required)).withFence(FENCE);
        PrimaryReplica member = primary(settings);
        saysWhatItHas(member, 1, 0);
        return member;
    }

    @Test
    void aFencedPrimaryThatHearsNoMajorityRefusesEverything() {
        PrimaryReplica member = fenced(0);
        now = FENCE;
        assertThat(member.acceptsWrites(now)).isTrue();
        now = FENCE + 1;
        assertThat(member.acceptsWrites(now)).isFalse();
        writes(member, 1, 42);
        member.request(StoreRequest.read(2, 7), now);
        assertThat(out.replies()).containsExactly(refused(1), refused(2));
        member.receive(2, new PrimaryMessage.AskIndex(3), now);
        assertThat(out.sentTo(2)).contains(new PrimaryMessage.IndexReply(3, -1));
        saysWhatItHas(member, 2, 0);
        assertThat(member.acceptsWrites(now)).isTrue();
    }

    @Test
    void whoIsPromotedWaitsUntilTheOldPrimaryMustHaveNoticed() {
        PrimaryReplica member = fenced(0);
        member.promote(5, now);
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        now = FENCE + FENCE / 4 - 1;
        saysWhatItHas(member, 1, 0);
        assertThat(member.acceptsWrites(now)).isFalse();
        now++;
        assertThat(member.acceptsWrites(now)).isTrue();
    }

    @Test
    void whoHasPromisedItselfToALaterEpochRefuses() {
        PrimaryReplica member = fenced(0);
        member.promise(2, FENCE / 2);
        assertThat(member.acceptsWrites(FENCE / 2 - 1)).isFalse();
        assertThat(member.acceptsWrites(FENCE / 2)).as("it came to nothing").isTrue();
        member.promise(1, FENCE);
        assertThat(member.acceptsWrites(FENCE / 2)).as("its own epoch").isTrue();
        PrimaryReplica without = primary(PrimarySettings.asynchronous(3));
        without.promise(2, FENCE);
        assertThat(without.acceptsWrites(0)).as("without fencing").isTrue();
    }

    /** What it inherited others may not have, so it may be lost yet. */
    @Test
    void aFencedPrimaryShowsWhatItInheritedWhenEnoughHaveIt() {
        PrimaryReplica member = fenced(1);
        writes(member, 1, 42);
        has(member, 1, 1, 1);
        out.replies();
        member.promote(5, now);
        member.receive(1, new PrimaryMessage.Join(0, 0), now);
        now = 2 * FENCE;
        has(member, 1, 0, 0);
        member.request(StoreRequest.read(2, 7), now);
        assertThat(out.replies()).containsExactly(refused(2));
        has(member, 1, 1, 1);
        member.request(StoreRequest.read(3, 7), now);
        assertThat(out.replies()).containsExactly(ok(3, 42));
    }

    @Test
    void settingsChangeOneByOne() {
        PrimarySettings settings = PrimarySettings.synchronous(5, 2, Choice.FIRST, Level.APPLIED)
                .withTimeout(1, OnTimeout.FALL_BACK, true)
                .withApplyDelay(2)
                .withMinFollowers(3, 4)
                .withAckPeriod(5)
                .withFence(6);
        assertThat(settings)
                .isEqualTo(new PrimarySettings(
                        5, 2, Choice.FIRST, Level.APPLIED, true, 1, OnTimeout.FALL_BACK, 2, 5, 3, 4, 6, 10_000));
    }
}
