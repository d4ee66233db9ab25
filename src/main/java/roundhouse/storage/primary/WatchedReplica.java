package roundhouse.storage.primary;

import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** A member with a watcher beside it, which is up and down with it. */
public final class WatchedReplica implements Replica {
    private final PrimaryReplica member;
    private final Sentinel sentinel;
    private final int self;
    private final Outbox outbox;
    private final long failoverTimeoutNanos;
    private int promised;
    /** What the watcher says to the member beside it, and that to the watcher, goes over no network. */
    private final ArrayDeque<Message> here = new ArrayDeque<>();

    /** @param random for the small delays by which watchers do not all start at once */
    public WatchedReplica(
            int self,
            int primary,
            PrimarySettings settings,
            SentinelSettings watching,
            Outbox outbox,
            RandomGenerator random) {
        this.self = self;
        failoverTimeoutNanos = watching.failoverTimeoutNanos();
        this.outbox = new HereOrThere(outbox);
        member = new PrimaryReplica(self, primary, settings, outbox);
        sentinel = new Sentinel(self, settings.members(), primary, watching, this.outbox, random);
    }

    private final class HereOrThere implements Outbox {
        private final Outbox there;

        private HereOrThere(Outbox there) {
            this.there = there;
        }

        @Override
        public void send(int to, Message message) {
            if (to == self) {
                here.add(message);
            } else {
                there.send(to, message);
            }
        }

        @Override
        public void reply(long request, StoreResult result, long value) {
            there.reply(request, result, value);
        }

        @Override
        public void setTimer(int timer, long atNanos) {
            there.setTimer(timer, atNanos);
        }
    }

    private void deliverHere(long nowNanos) {
        while (!here.isEmpty()) {
            take(self, here.removeFirst(), nowNanos);
        }
    }

    @Override
    public int leader() {
        return member.leader();
    }

    @Override
    public int term() {
        return member.term();
    }

    @Override
    public long position() {
        return member.position();
    }

    public PrimaryReplica member() {
        return member;
    }

    /** Which member the watcher holds to be the primary. */
    public int watchedPrimary() {
        return sentinel.primary();
    }

    @Override
    public void start(long nowNanos) {
        member.start(nowNanos);
        sentinel.start(nowNanos);
    }

    @Override
    public void receive(int from, Message message, long nowNanos) {
        take(from, message, nowNanos);
        deliverHere(nowNanos);
    }

    /** The member keeps to what the watcher voted for, until it must have come to something. */
    private void promise(long nowNanos) {
        if (sentinel.votedEpoch() > promised) {
            promised = sentinel.votedEpoch();
            member.promise(promised, nowNanos + 2 * failoverTimeoutNanos);
        }
    }

    private void take(int from, Message message, long nowNanos) {
        switch (message) {
            case SentinelMessage.Ping _ ->
                outbox.send(
                        from,
                        new SentinelMessage.Pong(
                                member.isPrimary(), member.primary(), member.epoch(), member.lastIndex()));
            case SentinelMessage.Promote promote -> {
                if (promote.epoch() > member.epoch()) {
                    member.promote(promote.epoch(), nowNanos);
                }
            }
            case SentinelMessage.Follow follow -> {
                boolean counts = follow.isMending() || follow.epoch() >= member.epoch();
                if (counts && follow.primary() != member.primary()) {
                    member.follow(follow.primary(), follow.epoch(), nowNanos);
                }
            }
            case SentinelMessage watching -> {
                sentinel.receive(from, watching, nowNanos);
                promise(nowNanos);
            }
            default -> member.receive(from, message, nowNanos);
        }
    }

    @Override
    public void timer(int timer, long nowNanos) {
        if (timer == Sentinel.TICK) {
            sentinel.tick(nowNanos);
            promise(nowNanos);
            deliverHere(nowNanos);
        } else {
            member.timer(timer, nowNanos);
        }
    }

    @Override
    public void request(StoreRequest request, long nowNanos) {
        member.request(request, nowNanos);
    }
}
