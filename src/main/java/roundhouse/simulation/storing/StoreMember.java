package roundhouse.simulation.storing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.leaderless.LeaderlessReplica;
import roundhouse.storage.leaderless.PreferenceList;
import roundhouse.storage.primary.PrimaryReplica;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Message;
import roundhouse.storage.replication.Outbox;
import roundhouse.storage.replication.Replica;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;
import roundhouse.tables.LongTable;

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

    private final RunContext context;
    private final NodeComponent database;
    private final Caller caller;
    private final ReplicatedStore store;
    private final int self;
    private final Replica replica;
    private final CallbackHandler alarms;
    private final TimeoutQueue patience;
    /** The links to the other members, by their numbers. */
    private final @Nullable LinkComponent[] links;

    private final Map<Long, WaitingRequest> waiting = new LinkedHashMap<>();
    /** When each timer is to go off, by the clock of the run. */
    private long[] dueNanos = {};
    /** What came in while it was paused. */
    private final ArrayDeque<Attempt> held = new ArrayDeque<>();
    /** The versions that it has, by number. */
    private BitSet holds = new BitSet();

    /** The newest version of each key, where nobody leads; of a counter its sum, of a set how much is in it. */
    private final LongTable newest = new LongTable();
    /** Of counters and sets, what tells them apart. */
    private final LongTable prints = new LongTable();

    private long aheadNanos;
    private long clockNanos;
    private long requests;
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

    /** What waits: an attempt at the database, for one or several keys. */
    private static final class WaitingRequest {
        final Attempt attempt;
        /** For whom it is. */
        final String user;

        final long newest;
        /** Of a write that first reads what it replaces: the write. */
        @Nullable
        StoreRequest afterRead;

        @Nullable
        StoreRequest asked;

        int left;
        StoreResult worst = StoreResult.OK;

        WaitingRequest(Attempt attempt, long newest, int left) {
            this.attempt = attempt;
            user = attempt.client().toString();
            this.newest = newest;
            this.left = left;
        }
    }

    StoreMember(
            RunContext context, NodeComponent database, Caller caller, ReplicatedStore store, int self, int members) {
        this.context = context;
        this.database = database;
        this.caller = caller;
        this.store = store;
        this.self = self;
        links = new LinkComponent[members];
        alarms = new CallbackHandler(context.kernel, database.id + " timers of " + store.id(), this::alarm);
        patience = new TimeoutQueue(
                context.kernel,
                DurationSampler.nanos(store.spec().timeout()),
                new CallbackHandler(context.kernel, database.id + " timeouts of " + store.id(), this::tooLate));
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

    boolean isUp() {
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

    /** It is a member no longer, or works for nobody. */
    void forget() {
        context.kernel.cancel(alarms);
        waiting.values().forEach(request -> disarm(request.attempt));
        waiting.clear();
        held.forEach(context.attempts::release);
        held.clear();
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
    private long now() {
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
        return holds;
    }

    @Override
    public long value(long key) {
        return newest.get(key, Replica.NOTHING);
    }

    @Override
    public long print(long key) {
        return store.counted() == null ? value(key) : prints.get(key, 0);
    }

    @Override
    public long[] keys() {
        return newest.keys();
    }

    /** A core of the database has seen to a request, and the members are asked. */
    void request(Attempt attempt, boolean writes) {
        DataOperation data = attempt.data();
        int keys = Math.max(1, data.batchSize());
        WaitingRequest request = new WaitingRequest(attempt, newest(attempt.key()), keys);
        patience.arm(attempt.slot);
        for (int i = 0; i < keys; i++) {
            waiting.put(++requests, request);
            if (!writes) {
                ask(request, store.read(requests, attempt.key()));
                continue;
            }
            long key = data.batchSize() == 0 ? attempt.key() : data.batchKey(i);
            long stamp = data.batchSize() == 0 ? data.stamp : data.batchStamp(i);
            if (stamp == KeyVersions.NOTHING) {
                stamp = context.versions.begin(store.dataset(), context.kernel.nowNanos(), attempt.request);
                data.stamp = stamp;
            }
            StoreRequest write = StoreRequest.write(requests, key, store.written(KeyVersions.version(stamp)));
            if (store.wantsContext()) {
                request.afterRead = write;
                replica.request(StoreRequest.read(requests, key).after(Seen.Nothing.YET), now());
            } else {
                ask(request, write);
            }
        }
        changed();
    }

    /** The newest that is known of a key; of a counter or a set how many writes are. */
    private long newest(long key) {
        CountedWrites counted = store.counted();
        return counted == null ? context.versions.newest(store.dataset(), key) : counted.of(key);
    }

    /** Asks for the user. */
    private void ask(WaitingRequest request, StoreRequest what) {
        request.asked = store.sessions().of(request.user, what);
        replica.request(request.asked, now());
    }

    @Override
    public void reply(long id, StoreResult result, Found found) {
        WaitingRequest request = waiting.get(id);
        if (request == null) {
            return;
        }
        StoreRequest write = request.afterRead;
        if (write != null && result == StoreResult.OK) {
            // What the write replaces was read first.
            request.afterRead = null;
            request.asked = write.after(found.seen());
            replica.request(request.asked, now());
            return;
        }
        if (request.asked != null) {
            store.sessions().told(request.user, request.asked, result, found);
        }
        if (store.counted() != null && request.asked != null && !request.asked.isWrite()) {
            request.attempt.data().told = found.values();
        }
        reply(id, result, found.value());
    }

    @Override
    public void reply(long id, StoreResult result, long value) {
        WaitingRequest request = waiting.remove(id);
        if (request == null) {
            return;
        }
        if (result.compareTo(request.worst) > 0) {
            request.worst = result;
        }
        if (--request.left > 0) {
            return;
        }
        Attempt attempt = request.attempt;
        disarm(attempt);
        boolean read = attempt.read || attempt.action() == DataAction.READ;
        long nowNanos = context.kernel.nowNanos();
        if (request.worst == StoreResult.OK) {
            if (read) {
                read(request, value, nowNanos);
            } else {
                written(attempt, nowNanos);
            }
        }
        store.ended(self, read, request.worst);
        caller.answered(attempt, request.worst == StoreResult.OK);
    }

    private void read(WaitingRequest request, long value, long nowNanos) {
        long key = request.attempt.key();
        CountedWrites counted = store.counted();
        long stamp;
        long stale;
        if (counted == null) {
            stamp = KeyVersions.initial(store.dataset()) | value;
            context.versions.known(key, stamp, nowNanos);
            stale = context.versions.staleNanos(key, stamp, request.newest, nowNanos);
        } else {
            stale = counted.staleNanos(key, value, request.newest, nowNanos);
            stamp = stale == KeyVersions.FRESH
                    ? context.versions.newest(store.dataset(), key)
                    : KeyVersions.initial(store.dataset());
        }
        store.figures().read(stale);
        request.attempt.data().bring(stamp, stale, database);
    }

    private void written(Attempt attempt, long nowNanos) {
        DataOperation data = attempt.data();
        data.applied = true;
        if (data.batchSize() == 0) {
            data.bring(data.stamp, KeyVersions.FRESH, database);
            acknowledged(attempt.key(), data.stamp, nowNanos);
        }
        for (int i = 0; i < data.batchSize(); i++) {
            acknowledged(data.batchKey(i), data.batchStamp(i), nowNanos);
        }
    }

    private void acknowledged(long key, long stamp, long nowNanos) {
        context.data.databaseWrites++;
        context.versions.known(key, stamp, nowNanos);
        if (context.versions.newest(store.dataset(), key) == stamp) {
            context.ledger.stored(store.dataset(), key, stamp);
        }
        store.acknowledged(self, key, stamp);
    }

    private void disarm(Attempt attempt) {
        patience.disarm(attempt.slot);
    }

    /** The others have not answered in time: nobody knows what becomes of it. */
    private void tooLate(int slot) {
        Attempt attempt = context.attempts.at(slot);
        waiting.values().removeIf(request -> request.attempt.slot == slot);
        boolean read = attempt.read || attempt.action() == DataAction.READ;
        store.ended(self, read, read ? StoreResult.REFUSED : StoreResult.UNKNOWN);
        caller.answered(attempt, false);
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
        attempt.message = message.replacesAll() ? new Whole(message, (BitSet) holds.clone()) : message;
        attempt.demands(Mix.mix(attempt.number));
        context.enter(attempt, database);
        attempt.top().tag = self;
        link.tell(attempt);
    }

    /** A message has come and, where that takes a core, was worked on. */
    void deliver(Attempt attempt) {
        if (database.isPaused()) {
            held.add(attempt);
            return;
        }
        int from = (int) attempt.first().tag;
        Message message = attempt.message;
        context.attempts.release(attempt);
        if (message == null || !up) {
            return;
        }
        if (message instanceof Whole(Message all, BitSet sent)) {
            holds = sent;
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

    @Override
    public void holds(long key, long value) {
        if (value != Replica.NOTHING) {
            holds.set((int) value);
            if (!store.hasLeaders()) {
                store.takes(key);
                newest.put(key, value);
                store.took(key);
            }
        }
    }

    @Override
    public void becomes(long key, long value, long print) {
        store.takes(key);
        newest.put(key, value);
        prints.put(key, print);
        store.took(key);
    }

    @Override
    public void drops(long key, long value, long instead) {
        if (value == Replica.NOTHING) {
            return;
        }
        holds.clear((int) value);
        if (instead == Replica.NOTHING && !store.hasLeaders()) {
            // The key is at others from now on.
            store.takes(key);
            newest.put(key, Replica.NOTHING);
            store.took(key);
        }
        store.dropped(key, value, instead);
    }

    private void changed() {
        store.changed(self);
    }
}
