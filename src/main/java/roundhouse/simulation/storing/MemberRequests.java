package roundhouse.simulation.storing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Seen;
import roundhouse.storage.replication.StoreRequest;
import roundhouse.storage.replication.StoreResult;

/** The requests at one member of a store that wait until the store has answered them, or for so long as the store's timeout says. */
final class MemberRequests {
    private final RunContext context;
    private final StoreMember member;
    private final NodeComponent database;
    private final StoreMember.Caller caller;
    private final ReplicatedStore store;
    private final TimeoutQueue patience;
    private final Map<Long, WaitingRequest> waiting = new LinkedHashMap<>();
    /** How often the replica was asked something. */
    private long asked;

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

    MemberRequests(
            RunContext context,
            StoreMember member,
            NodeComponent database,
            StoreMember.Caller caller,
            ReplicatedStore store) {
        this.context = context;
        this.member = member;
        this.database = database;
        this.caller = caller;
        this.store = store;
        patience = new TimeoutQueue(
                context.kernel,
                DurationSampler.nanos(store.spec().timeout()),
                new CallbackHandler(context.kernel, database.id + " timeouts of " + store.id(), this::tooLate));
    }

    /** A core of the database has seen to a request, and the members are asked. */
    void begin(Attempt attempt, boolean writes) {
        DataOperation data = attempt.data();
        int keys = Math.max(1, data.batchSize());
        WaitingRequest request = new WaitingRequest(attempt, newest(attempt.key()), keys);
        patience.arm(attempt.slot);
        for (int i = 0; i < keys; i++) {
            waiting.put(++asked, request);
            if (!writes) {
                ask(request, store.read(asked, attempt.key()));
                continue;
            }
            long key = data.batchSize() == 0 ? attempt.key() : data.batchKey(i);
            long stamp = data.batchSize() == 0 ? data.stamp : data.batchStamp(i);
            if (stamp == KeyVersions.NOTHING) {
                stamp = context.versions.begin(store.dataset(), context.kernel.nowNanos(), attempt.request);
                data.stamp = stamp;
            }
            StoreRequest write = StoreRequest.write(asked, key, store.written(KeyVersions.version(stamp)));
            if (store.wantsContext()) {
                request.afterRead = write;
                member.replica().request(StoreRequest.read(asked, key).after(Seen.Nothing.YET), member.now());
            } else {
                ask(request, write);
            }
        }
    }

    /** The newest that is known of a key; of a counter or a set how many writes are. */
    private long newest(long key) {
        CountedWrites counted = store.counted();
        return counted == null ? context.versions.newest(store.dataset(), key) : counted.of(key);
    }

    /** Asks for the user. */
    private void ask(WaitingRequest request, StoreRequest what) {
        request.asked = store.sessions().of(request.user, what);
        member.replica().request(request.asked, member.now());
    }

    /** The replica answers what was asked under that number. */
    void replied(long id, StoreResult result, Found found) {
        WaitingRequest request = waiting.get(id);
        if (request == null) {
            return;
        }
        StoreRequest write = request.afterRead;
        if (write != null && result == StoreResult.OK) {
            // What the write replaces was read first.
            request.afterRead = null;
            request.asked = write.after(found.seen());
            member.replica().request(request.asked, member.now());
            return;
        }
        if (request.asked != null) {
            store.sessions().told(request.user, request.asked, result, found);
        }
        if (store.counted() != null && request.asked != null && !request.asked.isWrite()) {
            request.attempt.data().told = found.values();
        }
        replied(id, result, found.value());
    }

    /** The same, where nothing but a value was found. */
    void replied(long id, StoreResult result, long value) {
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
        store.ended(member.number(), read, request.worst);
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
        store.acknowledged(member.number(), key, stamp);
    }

    private void disarm(Attempt attempt) {
        patience.disarm(attempt.slot);
    }

    /** The others have not answered in time: nobody knows what becomes of it. */
    private void tooLate(int slot) {
        Attempt attempt = context.attempts.at(slot);
        waiting.values().removeIf(request -> request.attempt.slot == slot);
        unanswered(attempt);
    }

    /** It ends as one that nobody has answered in time. */
    void unanswered(Attempt attempt) {
        boolean read = attempt.read || attempt.action() == DataAction.READ;
        store.ended(member.number(), read, read ? StoreResult.REFUSED : StoreResult.UNKNOWN);
        caller.answered(attempt, false);
    }

    /** Nothing waits any more. Returns what did. */
    List<Attempt> forget() {
        List<Attempt> all = waiting.values().stream()
                .map(request -> request.attempt)
                .distinct()
                .toList();
        all.forEach(this::disarm);
        waiting.clear();
        return all;
    }
}
