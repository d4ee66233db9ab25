package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.ReadRule;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.storage.replication.WhenBehind;

/**
 * One member whose others are played by a test: it is member 0 of five, and key 0 is kept at members 0, 1 and 2, behind which 3 and 4 stand
 * in.
 */
abstract class LoneCoordinator {
    static final long SECOND = 1_000_000_000;

    final Letters out = new Letters();
    long now;

    LeaderlessReplica member(LeaderlessSettings settings) {
        LeaderlessReplica member = new LeaderlessReplica(0, settings, PreferenceList.clockwise(), out);
        member.start(0);
        out.sent();
        return member;
    }

    static LeaderlessSettings settings(int reads, int writes) {
        return LeaderlessSettings.of(5, 3, reads, writes);
    }

    /** Five seconds later, at which only some were heard of meanwhile. */
    void onlyHeard(LeaderlessReplica member, int... up) {
        now += 5 * SECOND;
        for (int i : up) {
            member.receive(i, new LeaderlessMessage.Gossip(0, 0, 0), now);
        }
        out.sent();
    }

    void writes(LeaderlessReplica member, long id, long value) {
        member.request(StoreRequest.write(id, 0, value), now);
    }

    void reads(LeaderlessReplica member, long id) {
        member.request(StoreRequest.read(id, 0), now);
    }

    static LeaderlessMessage.Put put(long operation, long value, long micros, int hintFor) {
        return new LeaderlessMessage.Put(operation, 0, new LastWrite(value, micros, false), hintFor, false);
    }

    void got(LeaderlessReplica member, int from, long operation, long value, long micros) {
        Content content = micros == 0 ? LastWrite.NONE : new LastWrite(value, micros, false);
        member.receive(from, new LeaderlessMessage.Got(operation, content), now);
    }

    static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    static Letters.Letter to(int member, Message message) {
        return new Letters.Letter(member, message);
    }

    static StoreRequest local(long id, long key) {
        return StoreRequest.localRead(id, key);
    }

    static ReadRule when(WhenBehind behind) {
        return ReadRule.USUAL.when(behind);
    }

    static final Content SEEN = new LastWrite(8, 80, false);
}
