package roundhouse.storage.shards;

import java.util.Map;
import java.util.TreeMap;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.ReplicaCounts;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/**
 * A member that has a place in several replica sets, whatever their mode is: for each shard that it keeps a machine of its own. What it is
 * asked of another shard it hands on to one of those that keep it.
 */
public final class ShardedReplica implements Replica {
    /** No machine sets timers of larger numbers. */
    private static final int TIMERS = 128;

    /** Makes the machine of a member in one replica set. */
    @FunctionalInterface
    public interface Maker {
        /** @param place which of the members of the shard it is, from 0 */
        Replica make(int shard, int place, Outbox outbox);
    }

    private final ReplicaSets sets;
    private final Outbox outbox;
    private final Map<Integer, Replica> kept = new TreeMap<>();
    /** Requests that others handed on, by the numbers they have here. */
    private final Map<Long, Handed> handed = new TreeMap<>();

    private long lastHanded;

    private record Handed(int from, long request) {}

    public ShardedReplica(int self, ReplicaSets sets, Maker maker, Outbox outbox) {
        this.sets = sets;
        this.outbox = outbox;
        for (int shard = 0; shard < sets.members().size(); shard++) {
            int place = sets.place(shard, self);
            if (place >= 0) {
                kept.put(shard, maker.make(shard, place, new ShardOutbox(shard)));
            }
        }
    }

    private final class ShardOutbox implements Outbox {
        private final int shard;

        private ShardOutbox(int shard) {
            this.shard = shard;
        }

        @Override
        public void send(int to, Message message) {
            outbox.send(sets.members().get(shard)[to], new ShardMessage.Within(shard, message));
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            Handed origin = handed.remove(request);
            if (origin == null) {
                outbox.reply(request, result, value);
            } else {
                answer(origin, result, Found.of(value, Seen.Nothing.UNASKED));
            }
        }

        @Override
        public void reply(long request, StoreResult result, Found found) {
            Handed origin = handed.remove(request);
            if (origin == null) {
                outbox.reply(request, result, found);
            } else {
                answer(origin, result, found);
            }
        }

        private void answer(Handed origin, StoreResult result, Found found) {
            outbox.send(origin.from(), new ShardMessage.Answered(origin.request(), result, found));
        }

        @Override
        public void holds(long key, long value) {
            outbox.holds(key, value);
        }

        @Override
        public void drops(long key, long value, long instead) {
            outbox.drops(key, value, instead);
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            outbox.setTimer(shard * TIMERS + timer, atNanos);
        }
    }

    /** Nobody leads all shards. */
    @Override
    public int leader() {
        return NOBODY;
    }

    @Override
    public int term() {
        return 0;
    }

    /** Of all shards that it keeps; so only members that keep the same can be compared by it. */
    @Override
    public long position() {
        return kept.values().stream().mapToLong(Replica::position).sum();
    }

    @Override
    public ReplicaCounts counts() {
        return kept.values().stream().map(Replica::counts).reduce(ReplicaCounts.NONE, ReplicaCounts::plus);
    }

    @Override
    public void start(long nowNanos) {
        handed.clear();
        kept.values().forEach(replica -> replica.start(nowNanos));
    }

    @Override
    public void receive(int from, Message message, long nowNanos) {
        switch ((ShardMessage) message) {
            case ShardMessage.Within(int shard, Message within) ->
                machine(shard).receive(sets.place(shard, from), within, nowNanos);
            case ShardMessage.Handed(int shard, StoreRequest request) -> {
                // Below 0, so that it is none of those that clients make here.
                lastHanded--;
                handed.put(lastHanded, new Handed(from, request.id()));
                machine(shard).request(request.as(lastHanded), nowNanos);
            }
            case ShardMessage.Answered(long request, StoreResult result, Found found) -> {
                if (found.seen() == Seen.Nothing.UNASKED) {
                    outbox.reply(request, result, found.value());
                } else {
                    outbox.reply(request, result, found);
                }
            }
        }
    }

    private Replica machine(int shard) {
        Replica machine = kept.get(shard);
        if (machine == null) {
            throw new IllegalArgumentException("nothing of shard " + shard + " is here");
        }
        return machine;
    }

    @Override
    public void timer(int timer, long nowNanos) {
        machine(timer / TIMERS).timer(timer % TIMERS, nowNanos);
    }

    /** @param request its number is from 0 */
    @Override
    public void request(StoreRequest request, long nowNanos) {
        int shard = sets.shardOf().applyAsInt(request.key());
        Replica machine = kept.get(shard);
        if (machine != null) {
            machine.request(request, nowNanos);
        } else {
            int[] members = sets.members().get(shard);
            int to = members[(int) (request.id() % members.length)];
            outbox.send(to, new ShardMessage.Handed(shard, request));
        }
    }
}
