package roundhouse.storage.leaderless;

import java.util.ArrayList;
import java.util.List;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** Replicas of one key that hear of each other only when they are told to. */
final class LoneReplicas {
    private final List<LeaderlessReplica> members = new ArrayList<>();
    private long requests;
    private Found found = Found.NONE;
    private Message sent = new LeaderlessMessage.Gossip(0, 0, 0);

    private final Outbox outbox = new Outbox() {
        @Override
        public void send(int to, Message message) {
            sent = message;
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            throw new AssertionError("without what was found");
        }

        @Override
        public void reply(long request, StoreResult result, Found what) {
            found = what;
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            // Nothing happens by itself.
        }
    };

    LoneReplicas(int members, Conflicts conflicts) {
        LeaderlessSettings settings =
                LeaderlessSettings.of(members, members, 1, 1).withConflicts(conflicts);
        for (int i = 0; i < members; i++) {
            LeaderlessReplica member = new LeaderlessReplica(i, settings, PreferenceList.clockwise(), outbox);
            member.start(0);
            this.members.add(member);
        }
    }

    Found ask(int member, StoreRequest request) {
        members.get(member).request(request, 0);
        return found;
    }

    Found read(int member) {
        return ask(member, StoreRequest.localRead(++requests, 0).after(Seen.Nothing.YET));
    }

    void write(int member, long value, Seen context) {
        ask(member, StoreRequest.write(++requests, 0, value).after(context));
    }

    void remove(int member, long value) {
        ask(member, StoreRequest.removal(++requests, 0, value));
    }

    /** One member gets all that another has. */
    void bring(int from, int to) {
        members.get(from).receive(to, new LeaderlessMessage.Get(1, 0), 0);
        Content content = ((LeaderlessMessage.Got) sent).content();
        members.get(to).receive(from, new LeaderlessMessage.Versions(new long[] {0}, List.of(content), 0), 0);
    }

    LeaderlessReplica member(int number) {
        return members.get(number);
    }
}
