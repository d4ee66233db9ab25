package roundhouse.storage.primary;

import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.LogEntries;
import roundhouse.storage.replication.LogPosition;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/** Member 1, which follows member 0; that is played by a test. */
abstract class LoneFollower {
    static final long SECOND = 1_000_000_000;
    static final Message REJOIN = new PrimaryMessage.Rejoin();

    final Letters out = new Letters();
    long now;

    PrimaryReplica follower(PrimarySettings settings) {
        PrimaryReplica member = new PrimaryReplica(1, 0, settings, out);
        member.start(0);
        return member;
    }

    /** Has entries 1 to 3 of epoch 1, of key 7 and with values 1 to 3. */
    PrimaryReplica follower() {
        PrimaryReplica member = follower(PrimarySettings.asynchronous(3));
        ships(member, 1, 0, 1, 2, 3);
        out.sent();
        return member;
    }

    static LogEntries entries(int epoch, long... values) {
        int[] terms = new int[values.length];
        long[] keys = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            terms[i] = epoch;
            keys[i] = 7;
        }
        return new LogEntries(terms, keys, values);
    }

    /** Entries of an epoch that follow one of the same epoch, sent now. */
    void ships(PrimaryReplica member, int epoch, long previous, long... values) {
        long last = previous + values.length;
        shipsBehind(member, epoch, previous, previous == 0 ? 0 : epoch, last, values);
    }

    void shipsBehind(
            PrimaryReplica member, int epoch, long previous, int previousEpoch, long lastIndex, long... values) {
        member.receive(
                0,
                new PrimaryMessage.Ship(epoch, previous, previousEpoch, entries(epoch, values), lastIndex, now),
                now);
    }

    static Message ack(int epoch, long received, long applied, boolean isPeriodic) {
        return new PrimaryMessage.Ack(epoch, received, applied, isPeriodic);
    }

    static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    static StoreRequest local(long id, long seen, WhenBehind behind) {
        return StoreRequest.localRead(id, 7).after(new LogPosition(1, seen)).by(ReadRule.USUAL.when(behind));
    }

    static StoreRequest young(long id, long age) {
        return StoreRequest.localRead(id, 7)
                .by(ReadRule.USUAL.when(WhenBehind.REFUSE).withAge(age));
    }
}
