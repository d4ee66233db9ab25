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
class PrimaryRulesTest extends LonePrimary {
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
        writes(member, 2, 42);
        saysWhatItHas(member, 1, 1);
        out.sent();
        saysWhatItHas(member, 1, 1);
        assertThat(shipped(1)).as("but what it has").containsExactly("after 1: 1 entries of 2");
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
        PrimarySettings settings = new PrimarySettings(2, usual.acknowledgement(), usual.refusal(), 0, SECOND, 10);
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
    void settingsChangeOneByOne() {
        PrimarySettings settings = PrimarySettings.synchronous(5, 2, Choice.FIRST, Level.APPLIED)
                .withTimeout(1, OnTimeout.FALL_BACK, true)
                .withApplyDelay(2)
                .withMinFollowers(3, 4)
                .withAckPeriod(5)
                .withFence(6);
        assertThat(settings)
                .isEqualTo(new PrimarySettings(
                        5,
                        new PrimarySettings.Acknowledgement(
                                2, Choice.FIRST, Level.APPLIED, true, 1, OnTimeout.FALL_BACK),
                        new PrimarySettings.Refusal(3, 4, 6),
                        2,
                        5,
                        10_000));
    }
}
