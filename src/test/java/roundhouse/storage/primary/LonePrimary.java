package roundhouse.storage.primary;

import java.util.List;
import roundhouse.storage.primary.PrimarySettings.Choice;
import roundhouse.storage.primary.PrimarySettings.Level;
import roundhouse.storage.replication.Letters;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** A primary whose followers are played by a test. */
abstract class LonePrimary {
    static final long SECOND = 1_000_000_000;

    final Letters out = new Letters();
    long now;

    /** Member 0 as the primary, which all others have joined. */
    PrimaryReplica primary(PrimarySettings settings) {
        PrimaryReplica member = new PrimaryReplica(0, 0, settings, out);
        member.start(0);
        for (int i = 1; i < settings.members(); i++) {
            member.receive(i, new PrimaryMessage.Join(0, 0), now);
        }
        out.sent();
        return member;
    }

    static PrimarySettings synchronous(int members, int required) {
        return PrimarySettings.synchronous(members, required, Choice.ANY, Level.RECEIVED);
    }

    void writes(PrimaryReplica member, long id, long value) {
        member.request(StoreRequest.write(id, 7, value), now);
    }

    void has(PrimaryReplica member, int follower, long received, long applied) {
        member.receive(follower, new PrimaryMessage.Ack(member.epoch(), received, applied, false), now);
    }

    void saysWhatItHas(PrimaryReplica member, int follower, long received) {
        member.receive(follower, new PrimaryMessage.Ack(member.epoch(), received, received, true), now);
    }

    static Letters.Reply ok(long request, long value) {
        return Letters.Reply.of(request, StoreResult.OK, value);
    }

    static Letters.Reply refused(long request) {
        return Letters.Reply.of(request, StoreResult.REFUSED, 0);
    }

    long readHere(PrimaryReplica member) {
        member.request(StoreRequest.read(99, 7), now);
        return out.replies().getLast().value();
    }

    /** What was shipped to a member, as {@code after 1: 2 entries of 3}. */
    List<String> shipped(int to) {
        return out.sentTo(to).stream()
                .filter(PrimaryMessage.Ship.class::isInstance)
                .map(PrimaryMessage.Ship.class::cast)
                .map(ship -> "after " + ship.previousIndex() + ": "
                        + ship.entries().count() + " entries of " + ship.lastIndex())
                .toList();
    }

    static final long FENCE = SECOND;

    PrimaryReplica fenced(int required) {
        PrimarySettings settings =
                (required == 0 ? PrimarySettings.asynchronous(3) : synchronous(3, required)).withFence(FENCE);
        PrimaryReplica member = primary(settings);
        saysWhatItHas(member, 1, 0);
        return member;
    }
}
