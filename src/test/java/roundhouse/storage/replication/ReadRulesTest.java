package roundhouse.storage.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a read must show, what its client is told, and how long it waits for that. */
class ReadRulesTest {
    private static final ReadRule PATIENT = new ReadRule(WhenBehind.WAIT, 50, ReadRule.UNBOUNDED, ReadRule.UNBOUNDED);

    /** A place of one key, as a version is. */
    private record Version(int number) implements Seen {
        @Override
        public Seen and(Seen other) {
            return other instanceof Version version && version.number > number ? other : this;
        }

        @Override
        public boolean isOfOneKey() {
            return true;
        }
    }

    @Test
    void theLaterPlaceIsByTermThenByIndex() {
        LogPosition place = new LogPosition(2, 5);
        assertThat(place.and(new LogPosition(3, 1))).isEqualTo(new LogPosition(3, 1));
        assertThat(place.and(new LogPosition(1, 9))).isEqualTo(place);
        assertThat(place.and(new LogPosition(2, 6))).isEqualTo(new LogPosition(2, 6));
        assertThat(place.and(new LogPosition(2, 4))).isEqualTo(place);
        assertThat(place.and(Seen.Nothing.YET)).isEqualTo(place);
        assertThat(place.isOfOneKey()).isFalse();
        assertThat(LogPosition.index(place)).isEqualTo(5);
        assertThat(LogPosition.index(Seen.Nothing.YET)).isZero();
    }

    @Test
    void whoeverWantsToBeToldStaysSo() {
        assertThat(Seen.Nothing.YET.and(Seen.Nothing.UNASKED)).isEqualTo(Seen.Nothing.YET);
        assertThat(Seen.Nothing.UNASKED.and(Seen.Nothing.YET)).isEqualTo(Seen.Nothing.YET);
        assertThat(Seen.Nothing.YET.and(new LogPosition(1, 1))).isEqualTo(new LogPosition(1, 1));
        assertThat(StoreRequest.read(1, 2).wantsSeen()).isFalse();
        assertThat(StoreRequest.read(1, 2).after(Seen.Nothing.YET).wantsSeen()).isTrue();
    }

    @Test
    void aReadIsBoundedByWhatWasSeenByVersionsOrByAge() {
        StoreRequest read = StoreRequest.localRead(1, 2);
        assertThat(read.isBounded()).isFalse();
        assertThat(read.after(Seen.Nothing.YET).isBounded()).isFalse();
        assertThat(read.after(new LogPosition(1, 1)).isBounded()).isTrue();
        assertThat(read.by(PATIENT.withVersions(3)).isBounded()).isTrue();
        assertThat(read.by(PATIENT.withAge(9)).isBounded()).isTrue();
        assertThat(PATIENT.withAge(9).boundsVersions()).isFalse();
        assertThat(PATIENT.withVersions(3).boundsAge()).isFalse();
        assertThat(PATIENT.when(WhenBehind.REFUSE).whenBehind()).isEqualTo(WhenBehind.REFUSE);
    }

    @Test
    void aRequestUnderAnotherNumberOrNotLocalIsOtherwiseTheSame() {
        StoreRequest read = StoreRequest.localRead(1, 2)
                .by(PATIENT)
                .after(new LogPosition(1, 1))
                .as(9);
        assertThat(read)
                .isEqualTo(new StoreRequest(9, false, 2, Replica.NOTHING, true, false, new LogPosition(1, 1), PATIENT));
        assertThat(read.notLocal())
                .isEqualTo(
                        new StoreRequest(9, false, 2, Replica.NOTHING, false, false, new LogPosition(1, 1), PATIENT));
        assertThat(StoreRequest.write(1, 2, 3).written()).isEqualTo(3);
        assertThat(StoreRequest.removal(1, 2, 3).written()).isEqualTo(Replica.NOTHING);
        assertThat(StoreRequest.removal(1, 2, 3).value()).isEqualTo(3);
    }

    @Test
    void whatWaitsIsReleasedInTheOrderInWhichItCame() {
        HeldReads held = new HeldReads();
        assertThat(held.firstUntil()).isEqualTo(Long.MAX_VALUE);
        held.hold(StoreRequest.read(1, 0).by(PATIENT), 5, 100);
        held.hold(StoreRequest.read(2, 0).by(PATIENT), 9, 90);
        held.hold(StoreRequest.read(3, 0).by(PATIENT), 4, 110);
        held.hold(StoreRequest.read(4, 0).by(PATIENT), 4, 120);
        assertThat(held.firstUntil()).isEqualTo(140);
        List<Long> released = new ArrayList<>();
        held.release(one -> one.index() <= 5, request -> released.add(request.id()));
        assertThat(released).containsExactly(1L, 3L, 4L);
        held.hold(StoreRequest.read(5, 0).by(PATIENT), 9, 200);
        held.release(one -> one.untilNanos() <= 140, request -> released.add(request.id()));
        assertThat(released).containsExactly(1L, 3L, 4L, 2L);
        held.forget();
        held.release(_ -> true, request -> released.add(request.id()));
        assertThat(released).hasSize(4);
    }

    @Test
    void aSessionKeepsVersionsByKeyAndPlacesForAllKeys() {
        ClientSession session = new ClientSession(true, true);
        assertThat(session.seen(7)).isEqualTo(Seen.Nothing.YET);
        assertThat(session.context(7)).isEqualTo(Seen.Nothing.YET);
        session.told(StoreRequest.read(1, 7), StoreResult.OK, Found.of(1, new Version(4)));
        session.told(StoreRequest.read(1, 7), StoreResult.OK, Found.of(1, new Version(2)));
        session.told(StoreRequest.write(1, 8, 0), StoreResult.OK, Found.of(1, new Version(9)));
        session.told(StoreRequest.read(1, 7), StoreResult.REFUSED, Found.of(1, new Version(12)));
        session.told(StoreRequest.read(1, 7), StoreResult.OK, Found.of(1, Seen.Nothing.YET));
        assertThat(session.seen(7)).isEqualTo(new Version(4));
        assertThat(session.seen(8)).isEqualTo(new Version(9));
        assertThat(session.seen(9)).isEqualTo(Seen.Nothing.YET);
        // What it read last is what it is to replace, though it saw more before.
        assertThat(session.context(7)).isEqualTo(new Version(2));
        assertThat(session.context(8)).isEqualTo(Seen.Nothing.YET);
    }

    @Test
    void aSessionKeepsOnlyWhatItIsToldTo() {
        ClientSession reads = new ClientSession(false, true);
        reads.told(StoreRequest.write(1, 7, 0), StoreResult.OK, Found.of(1, new LogPosition(1, 8)));
        assertThat(reads.seen(7)).isEqualTo(Seen.Nothing.YET);
        reads.told(StoreRequest.read(1, 7), StoreResult.OK, Found.of(1, new LogPosition(1, 4)));
        assertThat(reads.seen(3)).isEqualTo(new LogPosition(1, 4));
        ClientSession writes = new ClientSession(true, false);
        writes.told(StoreRequest.read(1, 7), StoreResult.OK, Found.of(1, new LogPosition(1, 4)));
        assertThat(writes.seen(7)).isEqualTo(Seen.Nothing.YET);
    }

    @Test
    void countsOfMembersAddUp() {
        assertThat(new ReplicaCounts(1, 2, 3, 4, 5, 6, 7).plus(new ReplicaCounts(10, 20, 30, 40, 50, 60, 70)))
                .isEqualTo(new ReplicaCounts(11, 22, 33, 44, 55, 66, 77));
    }

    @Test
    void aStoreOfOneMemberLeadsItselfAndHasNobodyToHearFrom() {
        List<Long> answers = new ArrayList<>();
        SingleReplica single = new SingleReplica(new Outbox() {
            @Override
            public void send(int to, Message message) {
                throw new AssertionError("to nobody");
            }

            @Override
            public void reply(long request, StoreResult result, long value) {
                answers.add(value);
            }

            @Override
            public void setTimer(int timer, long atNanos) {
                throw new AssertionError("no timers");
            }
        });
        single.request(StoreRequest.write(1, 7, 3), 0);
        single.request(StoreRequest.read(2, 7), 0);
        single.request(StoreRequest.removal(3, 7, 3), 0);
        assertThat(answers).containsExactly(3L, 3L, Replica.NOTHING);
        assertThat(single.position()).isEqualTo(2);
        assertThat(single.leader()).isZero();
        assertThat(single.term()).isZero();
        assertThat(single.counts()).isEqualTo(ReplicaCounts.NONE);
        assertThatThrownBy(() -> single.timer(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> single.receive(1, new Message() {}, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageThatSaysNothingOfItselfIsSmallAndNeedsNoDisk() {
        Message plain = new Message() {};
        assertThat(plain.bytes()).isEqualTo(64);
        assertThat(plain.work()).isEqualTo(Message.Work.NONE);
        assertThat(plain.replacesAll()).isFalse();
    }
}
