package roundhouse.simulation.serving;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.invalidation.KnownVersions;
import roundhouse.caching.writing.Leases;
import roundhouse.kernel.Mix;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.serving.DataWait.Stage;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.topology.nodes.data.AsideOrder;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.VersionRule;

/**
 * Reads and writes a server's data in the caches that it shares with others and in its store, one question after the other as its strategy
 * has it. Each question is an attempt of its own that begins and ends at the server.
 */
final class OutsideData implements ChildAttempts.Listener {
    /** How long who has no lease waits before it looks again: "a short amount of time", within which a value is mostly set. */
    private static final long LEASE_NANOS = 10_000_000;

    /** Who reads and writes. */
    interface Listener {
        /** A read or a write is over. */
        void ended(DataWait wait, boolean well);

        /** What the server has of the key itself is old. */
        void drop(DataWait wait);

        /** The server may keep itself what was written. */
        void keep(DataWait wait, Attempt basis);
    }

    private final RunContext context;
    private final NodeComponent server;
    private final OutgoingLinks links;
    private final Listener listener;
    private final ChildAttempts children;
    private final SharedCaches caches;
    private final CallbackHandler timeout;
    private final CallbackHandler leaseWaits;
    private DataSettings spec = DataSettings.SETTINGS.usual();
    private int dataset;
    /** What it knows of versions in keys; null where they have none. */
    private @Nullable KnownVersions versions;

    private final StoreBreaker breaker;
    private @Nullable LinkComponent store;
    private @Nullable TimeoutQueue timeouts;

    OutsideData(RunContext context, NodeComponent server, OutgoingLinks links, DataWaits waits, Listener listener) {
        this.context = context;
        this.server = server;
        this.links = links;
        this.listener = listener;
        children = new ChildAttempts(context, server, this);
        breaker = new StoreBreaker(context, server.id);
        caches = new SharedCaches(context, links);
        timeout = new CallbackHandler(context.kernel, server.id + " data timeouts", children::timedOut);
        leaseWaits = new CallbackHandler(context.kernel, server.id + " lease waits", slot -> leaseOver(waits.at(slot)));
    }

    void become(DataSettings next) {
        if (timeouts == null || !Objects.equals(next.timeout(), spec.timeout())) {
            timeouts = next.timeout() == null
                    ? null
                    : new TimeoutQueue(context.kernel, DurationSampler.nanos(next.timeout()), timeout);
        }
        VersionRule rule = next.versions();
        if (!Objects.equals(spec.versions(), rule)) {
            versions = rule == null ? null : new KnownVersions(DurationSampler.nanos(rule.believed()));
        }
        spec = next;
        dataset = spec.store() == null
                ? KeyVersions.OF_SERVERS
                : context.versions.dataset(context.stores.dataset(spec.store()));
        linked();
    }

    /** Its links are other ones. */
    void linked() {
        store = spec.store() == null ? null : links.toFirst(context.stores.members(spec.store()));
        breaker.become(spec.breaker(), store);
        caches.become(spec.cache(), spec.placement());
    }

    /** The dataset that its keys are of. */
    int dataset() {
        return dataset;
    }

    StoreBreaker breaker() {
        return breaker;
    }

    SharedCaches caches() {
        return caches;
    }

    /** Reads in the shared caches or the store. */
    void read(DataWait wait, Attempt basis) {
        wait.cache = caches.of(basis.key());
        if (wait.cache == SharedCaches.NONE) {
            ask(wait, basis, store, DataAction.READ, Stage.READ);
        } else if (spec.cachesDoIt()) {
            ask(wait, basis, caches.way(wait.cache), DataAction.FETCH, Stage.FETCH);
        } else if (versions != null
                && versions.known(wait.cacheKey, context.kernel.nowNanos()) == KnownVersions.UNKNOWN) {
            ask(wait, basis, store, DataAction.READ, Stage.VERSION);
        } else {
            lookUp(wait, basis);
        }
    }

    private void lookUp(DataWait wait, Attempt basis) {
        LinkComponent way = caches.way(wait.cache);
        if (versions != null) {
            wait.keyVersion = versions.known(wait.cacheKey, context.kernel.nowNanos());
        }
        wait.lease = spec.leases() ? DataOperation.WANTS_LEASE : DataOperation.NO_LEASE;
        ask(wait, basis, way, DataAction.GET, Stage.LOOKUP);
    }

    /** Somebody else was to fill the cache by now. */
    private void leaseOver(DataWait wait) {
        wait.again = true;
        read(wait, Objects.requireNonNull(wait.request));
    }

    /** Writes, and sees to what caches hold. */
    void write(DataWait wait, Attempt request) {
        wait.cache = caches.of(request.key());
        LinkComponent way = wait.cache == SharedCaches.NONE ? null : caches.way(wait.cache);
        DataStrategy strategy = spec.strategy();
        if (strategy == DataStrategy.CACHE_ASIDE && spec.order() == AsideOrder.DELETE_THEN_UPDATE) {
            listener.drop(wait);
            if (way != null) {
                ask(wait, request, way, DataAction.DELETE, Stage.DELETE_FIRST);
                return;
            }
        }
        if (!spec.cachesDoIt()) {
            ask(wait, request, store, DataAction.WRITE, Stage.WRITE);
            return;
        }
        DataAction action = switch (strategy) {
            case WRITE_BACK -> DataAction.WRITE_BACK;
            case WRITE_THROUGH -> DataAction.WRITE_THROUGH;
            case READ_THROUGH, CACHE_ASIDE, WRITE_AROUND -> DataAction.WRITE_PAST;
        };
        ask(wait, request, way, action, Stage.WRITE);
    }

    /** Asks over that link; without one it has failed already. */
    private void ask(DataWait wait, Attempt basis, @Nullable LinkComponent link, DataAction action, Stage stage) {
        wait.stage = stage;
        if (link == null) {
            went(wait, basis, action, Outcome.REFUSED, null);
            return;
        }
        if ((action == DataAction.READ || action == DataAction.WRITE) && !breaker.admits()) {
            if (wait.request != null) {
                context.observer.callTurnedAway(wait.request, link.to);
            }
            went(wait, basis, action, Outcome.REJECTED, null);
            return;
        }
        Attempt request = wait.request;
        Attempt child = request != null ? children.forRequest(request, action) : children.about(basis, action);
        // What the caches pass on needs what it would need without them.
        child.demands(Mix.mix(wait.seed + (action.isForStore() ? 0 : stage.ordinal())));
        child.read = action.reads();
        DataOperation data = child.data();
        data.dataset = dataset;
        data.waiter = wait;
        data.keyVersion = wait.keyVersion;
        data.again = wait.again;
        if (stage == Stage.LOOKUP || stage == Stage.FILL) {
            data.lease = wait.lease;
        }
        if (stage == Stage.FILL || stage == Stage.AFTER) {
            data.stamp = wait.stamp;
        }
        wait.child = child.slot;
        if (timeouts != null) {
            child.timeouts = timeouts;
            timeouts.arm(child.slot);
        }
        children.send(child, link);
    }

    @Override
    public void ended(Attempt child, Outcome outcome) {
        DataWait wait = (DataWait) Objects.requireNonNull(child.data().waiter);
        wait.child = DataWait.NONE;
        breaker.ended(child, outcome);
        went(wait, child, child.action(), outcome, child);
    }

    /** What was asked has ended so. */
    private void went(DataWait wait, Attempt basis, DataAction action, Outcome outcome, @Nullable Attempt child) {
        boolean well = outcome == Outcome.OK;
        if (!well && wait.cache != SharedCaches.NONE && wait.stage != Stage.READ && isOfCache(wait)) {
            caches.failed(wait.cache);
            boolean asked = wait.stage == Stage.LOOKUP || wait.stage == Stage.FETCH;
            if (asked && wait.request != null && wait.cache < spec.cache().size()) {
                context.passes(wait.request, spec.cache().get(wait.cache), CacheReason.Bypass.DOWN);
            }
        }
        // The usual first, by a test each: a switch would look up where to go. The action is known sooner than the
        // stage.
        if (action == DataAction.GET) {
            lookedUp(wait, basis, well, child);
        } else if (action == DataAction.READ && wait.stage == Stage.READ) {
            wasRead(wait, basis, well, child);
        } else if (action == DataAction.SET || wait.stage == Stage.AFTER) {
            listener.ended(wait, true);
        } else {
            wentOther(wait, basis, well, child);
        }
    }

    private void wentOther(DataWait wait, Attempt basis, boolean well, @Nullable Attempt child) {
        switch (wait.stage) {
            case FETCH -> {
                if (well && child != null) {
                    wait.take(child);
                    listener.ended(wait, true);
                } else if (store != null) {
                    ask(wait, basis, store, DataAction.READ, Stage.READ);
                } else {
                    listener.ended(wait, false);
                }
            }
            case VERSION -> {
                if (well && child != null && versions != null) {
                    // Asked each time, it is believed for this once.
                    wait.keyVersion = KeyVersions.version(child.data().stamp);
                    versions.learn(wait.cacheKey, wait.keyVersion, context.kernel.nowNanos());
                    wait.lease = spec.leases() ? DataOperation.WANTS_LEASE : DataOperation.NO_LEASE;
                    ask(wait, basis, caches.way(wait.cache), DataAction.GET, Stage.LOOKUP);
                } else {
                    listener.ended(wait, false);
                }
            }
            case DELETE_FIRST -> ask(wait, basis, store, DataAction.WRITE, Stage.WRITE);
            case WRITE -> {
                if (!well || child == null) {
                    listener.ended(wait, false);
                } else {
                    wait.take(child);
                    written(wait, basis);
                }
            }
            case WAITING, LEASE, LOOKING, LOOKUP, READ, FILL, AFTER ->
                throw new IllegalStateException("nothing was asked");
        }
    }

    private void wasRead(DataWait wait, Attempt basis, boolean well, @Nullable Attempt child) {
        if (!well || child == null) {
            listener.ended(wait, false);
            return;
        }
        wait.take(child);
        learn(wait);
        LinkComponent way = wait.fills ? caches.way(wait.cache) : null;
        if (way != null) {
            ask(wait, basis, way, DataAction.SET, Stage.FILL);
        } else {
            listener.ended(wait, true);
        }
    }

    private boolean isOfCache(DataWait wait) {
        return wait.stage != Stage.WRITE || spec.cachesDoIt();
    }

    private void lookedUp(DataWait wait, Attempt basis, boolean well, @Nullable Attempt child) {
        if (well && child != null && child.data().found) {
            wait.take(child);
            listener.ended(wait, true);
            return;
        }
        wait.fills = well;
        wait.lease = child == null ? DataOperation.NO_LEASE : child.data().lease;
        if (well && wait.lease == Leases.WAIT && wait.request != null) {
            wait.stage = Stage.LEASE;
            context.kernel.schedule(LEASE_NANOS, leaseWaits, wait.slot);
            return;
        }
        wait.fills &= wait.lease != Leases.WAIT;
        ask(wait, basis, store, DataAction.READ, Stage.READ);
    }

    /** The version that it has just read or written it knows. */
    private void learn(DataWait wait) {
        if (versions != null && wait.stamp != KeyVersions.NOTHING) {
            wait.keyVersion = KeyVersions.version(wait.stamp);
            versions.learn(wait.cacheKey, wait.keyVersion, context.kernel.nowNanos());
        }
    }

    /** The store has it: what caches hold is seen to. */
    private void written(DataWait wait, Attempt basis) {
        learn(wait);
        if (spec.events() != null) {
            context.broadcast.written(server, spec.events(), basis.key(), wait.stamp);
        }
        DataStrategy strategy = spec.strategy();
        boolean sets = strategy == DataStrategy.WRITE_THROUGH
                || strategy == DataStrategy.WRITE_BACK
                || (strategy == DataStrategy.CACHE_ASIDE && spec.order() == AsideOrder.UPDATE_THEN_SET);
        if (sets) {
            listener.keep(wait, basis);
        } else if (strategy != DataStrategy.WRITE_AROUND) {
            listener.drop(wait);
        }
        LinkComponent way = wait.cache == SharedCaches.NONE || spec.cachesDoIt() ? null : caches.way(wait.cache);
        boolean wasFirst = strategy == DataStrategy.CACHE_ASIDE && spec.order() == AsideOrder.DELETE_THEN_UPDATE;
        boolean isNamedAnew = versions != null && !sets;
        if (way == null || strategy == DataStrategy.WRITE_AROUND || wasFirst || isNamedAnew) {
            listener.ended(wait, true);
        } else {
            ask(wait, basis, way, sets ? DataAction.SET : DataAction.DELETE, Stage.AFTER);
        }
    }

    /** The server crashes: it waits for nothing any more, and knows nothing. */
    void forget() {
        context.kernel.cancel(leaseWaits);
        children.forget();
        breaker.forget();
        if (versions != null) {
            versions.clear();
        }
    }
}
