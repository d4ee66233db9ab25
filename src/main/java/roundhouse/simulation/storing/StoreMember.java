package roundhouse.simulation.storing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.primary.PrimaryReplica;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.StoreResult;

/**
 * A database's part in a store: the machine of its protocol, what it says to the others and when it is to be woken, and the requests that wait
 * for an answer of it.
 */
final class StoreMember implements Outbox, ShardMember {
    /** Hears what becomes of requests that wait. */
    interface Caller {
        /** The store has answered one, well or not. */
        void answered(Attempt request, boolean well);
    }

    private static final long NEVER = Long.MAX_VALUE;
    /** A message says whose it is: the number of the store, then that of the member. */
    private static final int NUMBER_SHIFT = 32;

    private final RunContext context;
    private final NodeComponent database;
    private final ReplicatedStore store;
    private final int self;
    private final Replica replica;
    private final CallbackHandler alarms;
    /** The links to the other members, by their numbers. */
    private final @Nullable LinkComponent[] links;

    private final MemberRequests requests;
    private final HeldVersions versions;
    /** When each timer is to go off, by the clock of the run. */
    private long[] dueNanos = {};
    /** What came in while it was paused. */
    private final ArrayDeque<Attempt> held = new ArrayDeque<>();

    private long aheadNanos;
    private long clockNanos;
    private boolean up;
    private boolean gone;

    /** A message after which the receiver has what the sender had. */
    private record Whole(Message message, BitSet holds) implements Message {
        @Override
        public int bytes() {
            return message.bytes();
        }

        @Override
        public Work work() {
            return message.work();
        }
    }

    StoreMember(
            RunContext context, NodeComponent database, Caller caller, ReplicatedStore store, int self, int members) {
        this.context = context;
        this.database = database;
        this.store = store;
        this.self = self;
        links = new LinkComponent[members];
        alarms = new CallbackHandler(context.kernel, database.id + " timers of " + store.id(), this::alarm);
        requests = new MemberRequests(context, this, database, caller, store);
        versions = new HeldVersions(store);
        replica = store.machine(self, this);
    }

    ReplicatedStore store() {
        return store;
    }

    @Override
    public Replica replica() {
        return replica;
    }

    NodeComponent database() {
        return database;
    }

    /** Its messages to that member go over the link, or nowhere. */
    void link(int member, @Nullable LinkComponent link) {
        links[member] = link;
    }

    /** Its number among the members. */
    int number() {
        return self;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    /** It comes up. */
    void start() {
        up = true;
        replica.start(now());
        changed();
    }

    /** It crashes: what is in memory is gone. */
    void crash() {
        up = false;
        forget();
        store.changed(self);
    }

    /** It is a member no longer: what still waits ends as if nobody had answered in time. */
    void leave() {
        up = false;
        forget().forEach(requests::unanswered);
    }

    /** It never comes back. */
    void goForGood() {
        if (up) {
            crash();
        }
        gone = true;
    }

    @Override
    public boolean isGone() {
        return gone;
    }

    /** What waits and what was held is forgotten. Returns the requests that waited. */
    private List<Attempt> forget() {
        context.kernel.cancel(alarms);
        List<Attempt> unanswered = requests.forget();
        held.forEach(context.attempts::release);
        held.clear();
        return unanswered;
    }

    /** Nothing keeps it from working any more: it comes up, or goes on after a pause. */
    void goOn() {
        if (!up) {
            start();
            return;
        }
        while (!held.isEmpty()) {
            deliver(held.removeFirst());
        }
        long nowNanos = context.kernel.nowNanos();
        for (int timer = 0; timer < dueNanos.length; timer++) {
            if (dueNanos[timer] <= nowNanos) {
                context.kernel.schedule(0, alarms, timer);
            }
        }
    }

    /** The time by its own clock, which never goes back. */
    long now() {
        clockNanos = Math.max(clockNanos, context.kernel.nowNanos() + aheadNanos);
        return clockNanos;
    }

    long aheadNanos() {
        return aheadNanos;
    }

    /** Its clock is ahead by so much from now on, nanoseconds. */
    void clock(long ahead) {
        aheadNanos = ahead;
    }

    /** Somebody tells it by hand who is the primary of an epoch; itself perhaps. */
    void follow(int primary, int epoch) {
        if (replica instanceof PrimaryReplica member) {
            if (primary == self) {
                member.promote(epoch, now());
            } else {
                member.follow(primary, epoch, now());
            }
            changed();
        }
    }

    @Override
    public void change(int number, PreferenceList after) {
        if (replica instanceof LeaderlessReplica member) {
            member.change(number, after, now());
        }
    }

    @Override
    public BitSet holds() {
        return versions.holds();
    }

    @Override
    public long value(long key) {
        return versions.value(key);
    }

    @Override
    public long print(long key) {
        return versions.print(key);
    }

    @Override
    public long[] keys() {
        return versions.keys();
    }

    @Override
    public void holds(long key, long value) {
        versions.holds(key, value);
    }

    @Override
    public void becomes(long key, long value, long print) {
        versions.becomes(key, value, print);
    }

    @Override
    public void drops(long key, long value, long instead) {
        versions.drops(key, value, instead);
    }

    /** A core of the database has seen to a request, and the members are asked. */
    void request(Attempt attempt, boolean writes) {
        requests.begin(attempt, writes);
        changed();
    }

    @Override
    public void reply(long id, StoreResult result, Found found) {
        requests.replied(id, result, found);
    }

    @Override
    public void reply(long id, StoreResult result, long value) {
        requests.replied(id, result, value);
    }

    @Override
    public void send(int to, Message message) {
        LinkComponent link = links[to];
        store.figures().sent(message);
        if (link == null) {
            return;
        }
        Attempt attempt = context.attempts.take();
        attempt.purpose = AttemptPurpose.MEMBER;
        attempt.message = message.replacesAll()
                ? new Whole(message, (BitSet) versions.holds().clone())
                : message;
        attempt.demands(Mix.mix(attempt.number));
        context.enter(attempt, database);
        attempt.top().tag = store.number() << NUMBER_SHIFT | self;
        link.tell(attempt);
    }

    /** A message has come and, where that takes a core, was worked on. */
    void deliver(Attempt attempt) {
        long tag = attempt.first().tag;
        if (tag >>> NUMBER_SHIFT != store.number()) {
            // Sent to a store that was there before this one.
            context.attempts.release(attempt);
            return;
        }
        if (database.isPaused()) {
            held.add(attempt);
            return;
        }
        int from = (int) tag;
        Message message = attempt.message;
        context.attempts.release(attempt);
        if (message == null || !up) {
            return;
        }
        if (message instanceof Whole(Message all, BitSet sent)) {
            versions.become(sent);
            replica.receive(from, all, now());
        } else {
            replica.receive(from, message, now());
        }
        changed();
    }

    @Override
    public void setTimer(int timer, long atNanos) {
        if (timer >= dueNanos.length) {
            int length = dueNanos.length;
            dueNanos = Arrays.copyOf(dueNanos, timer + 4);
            Arrays.fill(dueNanos, length, timer + 4, NEVER);
        }
        long nowNanos = context.kernel.nowNanos();
        long delayNanos = Math.max(0, atNanos - now());
        dueNanos[timer] = nowNanos + delayNanos;
        context.kernel.schedule(delayNanos, alarms, timer);
    }

    private void alarm(int timer) {
        long nowNanos = context.kernel.nowNanos();
        if (dueNanos[timer] > nowNanos || database.isPaused()) {
            return;
        }
        dueNanos[timer] = NEVER;
        replica.timer(timer, now());
        changed();
    }

    private void changed() {
        store.changed(self);
    }
}
