package roundhouse.simulation.serving;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.WokenListener;
import roundhouse.caching.freshness.Held;
import roundhouse.caching.invalidation.KnownVersions;
import roundhouse.caching.writing.Leases;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DataOperation;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.serving.DataWait.Progress;
import roundhouse.simulation.serving.DataWait.Stage;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.simulation.tiers.Departure;
import roundhouse.topology.nodes.data.AsideOrder;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.VersionRule;

/**
 * Reads and writes a server's data for its requests: in its own cache, in the caches that it shares with others, in its store, in the order
 * that its strategy has. A request waits meanwhile; each question is an attempt of its own that begins and ends here.
 */
final class DataAccess implements ChildAttempts.Listener {
    /** How long who has no lease waits before it looks again: "a short amount of time", within which a value is mostly set. */
    private static final long LEASE_NANOS = 10_000_000;

    /** Hears what becomes of requests that wait. */
    interface Caller {
        /** A request has its data, or fails for want of it. */
        void dataCame(Attempt request, boolean well);
    }

    private final RunContext context;
    private final NodeComponent server;
    private final OutgoingLinks links;
    private final Caller caller;
    private final ChildAttempts children;
    private final SharedCaches caches;
    private final DataWaits waits = new DataWaits();
    private final CacheFigures figures = new CacheFigures();
    private final CallbackHandler timeout;
    private final CallbackHandler looks;
    private final CallbackHandler leaseWaits;
    private final WokenListener waker = this::woken;
    private DataSettings spec = DataSettings.SETTINGS.usual();
    private int dataset;
    /** What it knows of versions in keys; null where they have none. */
    private @Nullable KnownVersions versions;
    private @Nullable CacheTier own;
    private @Nullable LinkComponent store;
    private @Nullable TimeoutQueue timeouts;
    private int[] woken = new int[8];
    private boolean[] shares = new boolean[8];
    private int wokenCount;

    DataAccess(RunContext context, NodeComponent server, OutgoingLinks links, Caller caller) {
        this.context = context;
        this.server = server;
        this.links = links;
        this.caller = caller;
        children = new ChildAttempts(context, server, this);
        caches = new SharedCaches(context, links);
        timeout = new CallbackHandler(context.kernel, server.id + " data timeouts", children::timedOut);
        leaseWaits = new CallbackHandler(
                context.kernel, server.id + " lease waits", slot -> leaseOver(waits.at(slot)));
        looks = new CallbackHandler(context.kernel, server.id + " data waits", slot -> again(waits.at(slot)));
        context.data.turnOn();
    }

    void become(DataSettings next, @Nullable CacheSettings cache) {
        if (timeouts == null || !Objects.equals(next.timeout(), spec.timeout())) {
            timeouts = next.timeout() == null
                    ? null
                    : new TimeoutQueue(context.kernel, DurationSampler.nanos(next.timeout()), timeout);
        }
        DataSettings before = spec;
        spec = next;
        VersionRule rule = spec.versions();
        if (!Objects.equals(before.versions(), rule)) {
            versions = rule == null ? null : new KnownVersions(DurationSampler.nanos(rule.believed()));
        }
        dataset = spec.store() == null ? KeyVersions.OF_SERVERS : context.versions.dataset(spec.store());
        own = CacheTier.become(own, context, server.id, cache, figures);
        linked();
    }

    /** Its links are other ones. */
    void linked() {
        store = spec.store() == null ? null : links.to(spec.store());
        caches.become(spec.cache(), spec.placement());
    }

    CacheFigures figures() {
        return figures;
    }

    @Nullable
    CacheTier own() {
        return own;
    }

    SharedCaches caches() {
        return caches;
    }

    /** Begins to read or write what the request is about. */
    Progress begin(Attempt request) {
        DataWait wait = waits.begin(request, KeyVersions.keyOf(dataset, request.key()), context.kernel.nowNanos());
        request.data().nothing();
        wait.bytes = request.valueBytes;
        wait.asking = true;
        if (request.read) {
            read(wait, request);
        } else {
            write(wait, request);
        }
        wait.asking = false;
        Progress progress = wait.progress;
        if (progress != Progress.WAITS) {
            waits.end(wait);
        }
        return progress;
    }

    private void read(DataWait wait, Attempt request) {
        CacheTier cache = own;
        if (cache == null) {
            readOutside(wait, request);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        Held found = cache.look(wait.cacheKey, nowNanos);
        if (found != Held.ABSENT && cache.isNegative()) {
            if (found == Held.FRESH) {
                cache.refuse();
                end(wait, false);
                return;
            }
            cache.drop(wait.cacheKey, Departure.INVALIDATED, nowNanos);
            found = Held.ABSENT;
        }
        FetchStep step = found == Held.FRESH && cache.isEarly(nowNanos)
                ? cache.fetches().refreshEarly(wait.cacheKey, nowNanos)
                : cache.fetches().ask(wait.cacheKey, found, wait.slot, nowNanos);
        if (step == FetchStep.SERVE || step == FetchStep.SERVE_STALE || step == FetchStep.SERVE_STALE_AND_FETCH) {
            cache.give(request, server, nowNanos);
            wait.take(request);
        } else {
            cache.miss(request, wait.cacheKey, step != FetchStep.WAIT);
        }
        go(wait, request, cache, step);
    }

    private void go(DataWait wait, Attempt request, CacheTier cache, FetchStep step) {
        switch (step) {
            case SERVE, SERVE_STALE -> end(wait, true);
            case SERVE_STALE_AND_FETCH -> {
                figures.refreshes++;
                DataWait behind = waits.begin(null, wait.cacheKey, context.kernel.nowNanos());
                behind.bytes = request.valueBytes;
                fetches(behind, cache, true);
                readOutside(behind, request);
                end(wait, true);
            }
            case FETCH -> {
                fetches(wait, cache, true);
                readOutside(wait, request);
            }
            case FETCH_UNKEPT -> {
                fetches(wait, cache, false);
                readOutside(wait, request);
            }
            case WAIT -> {
                wait.stage = Stage.WAITING;
                long lookNanos = cache.fetches().lookNanos();
                if (lookNanos != Long.MAX_VALUE) {
                    context.kernel.schedule(lookNanos - context.kernel.nowNanos(), looks, wait.slot);
                }
            }
        }
    }

    private static void fetches(DataWait wait, CacheTier cache, boolean keeps) {
        wait.fetches = true;
        wait.keeps = keeps;
        wait.ticket = cache.fetches().ticket();
    }

    /** One that waited for another's fetch looks again. */
    private void again(DataWait wait) {
        CacheTier cache = own;
        Attempt request = Objects.requireNonNull(wait.request);
        if (cache == null) {
            readOutside(wait, request);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        Held found = cache.lookAgain(wait.cacheKey, nowNanos);
        FetchStep step = cache.fetches().ask(wait.cacheKey, found, wait.slot, wait.beganNanos, nowNanos);
        if (step == FetchStep.SERVE || step == FetchStep.SERVE_STALE || step == FetchStep.SERVE_STALE_AND_FETCH) {
            cache.bring(request, server, nowNanos);
            wait.take(request);
        }
        go(wait, request, cache, step);
    }

    /** Reads in the shared caches or the store. */
    private void readOutside(DataWait wait, Attempt basis) {
        wait.cache = caches.isEmpty() ? SharedCaches.NONE : caches.of(basis.key());
        if (wait.cache == SharedCaches.NONE) {
            ask(wait, basis, store, DataAction.READ, Stage.READ);
        } else if (spec.strategy().isThroughCache()) {
            ask(wait, basis, caches.way(wait.cache), DataAction.FETCH, Stage.FETCH);
        } else if (versions != null && versions.known(wait.cacheKey, context.kernel.nowNanos()) == KnownVersions.UNKNOWN) {
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
        readOutside(wait, Objects.requireNonNull(wait.request));
    }

    private void write(DataWait wait, Attempt request) {
        wait.cache = caches.isEmpty() ? SharedCaches.NONE : caches.of(request.key());
        LinkComponent way = wait.cache == SharedCaches.NONE ? null : caches.way(wait.cache);
        DataStrategy strategy = spec.strategy();
        if (strategy == DataStrategy.CACHE_ASIDE && spec.order() == AsideOrder.DELETE_THEN_UPDATE) {
            dropOwn(wait);
            if (way != null) {
                ask(wait, request, way, DataAction.DELETE, Stage.DELETE_FIRST);
                return;
            }
        }
        if (way != null && strategy == DataStrategy.WRITE_BACK) {
            ask(wait, request, way, DataAction.WRITE_BACK, Stage.WRITE);
        } else if (way != null && strategy == DataStrategy.WRITE_THROUGH) {
            ask(wait, request, way, DataAction.WRITE_THROUGH, Stage.WRITE);
        } else if (way != null && strategy == DataStrategy.READ_THROUGH && store == null) {
            ask(wait, request, way, DataAction.WRITE_PAST, Stage.WRITE);
        } else {
            ask(wait, request, store, DataAction.WRITE, Stage.WRITE);
        }
    }

    /** Asks over that link; without one it has failed already. */
    private void ask(DataWait wait, Attempt basis, @Nullable LinkComponent link, DataAction action, Stage stage) {
        wait.stage = stage;
        if (link == null) {
            went(wait, basis, Outcome.REFUSED, null);
            return;
        }
        Attempt request = wait.request;
        Attempt child = request != null ? children.forRequest(request, action) : children.about(basis, action);
        child.data().dataset = dataset;
        child.data().ticket = wait.slot;
        child.data().keyVersion = wait.keyVersion;
        child.data().lease = stage == Stage.LOOKUP || stage == Stage.FILL ? wait.lease : DataOperation.NO_LEASE;
        child.read = action == DataAction.GET || action == DataAction.FETCH || action == DataAction.READ;
        if (stage == Stage.FILL || stage == Stage.AFTER) {
            child.data().stamp = wait.stamp;
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
        DataWait wait = waits.at(child.data().ticket);
        wait.child = DataWait.NONE;
        went(wait, child, outcome, child);
    }

    /** What was asked has ended so. */
    private void went(DataWait wait, Attempt basis, Outcome outcome, @Nullable Attempt child) {
        boolean well = outcome == Outcome.OK;
        if (!well && wait.cache != SharedCaches.NONE && wait.stage != Stage.READ && isOfCache(wait)) {
            caches.failed(wait.cache);
        }
        switch (wait.stage) {
            case LOOKUP -> lookedUp(wait, basis, well, child);
            case FETCH -> {
                if (well && child != null) {
                    wait.take(child);
                    end(wait, true);
                } else if (store != null) {
                    ask(wait, basis, store, DataAction.READ, Stage.READ);
                } else {
                    end(wait, false);
                }
            }
            case READ -> {
                if (!well || child == null) {
                    end(wait, false);
                    return;
                }
                wait.take(child);
                learn(wait);
                LinkComponent way = wait.fills ? caches.way(wait.cache) : null;
                if (way != null) {
                    ask(wait, basis, way, DataAction.SET, Stage.FILL);
                } else {
                    end(wait, true);
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
                    end(wait, false);
                }
            }
            case DELETE_FIRST -> ask(wait, basis, store, DataAction.WRITE, Stage.WRITE);
            case WRITE -> {
                if (!well || child == null) {
                    end(wait, false);
                } else {
                    wait.take(child);
                    written(wait, basis);
                }
            }
            case FILL, AFTER -> end(wait, true);
            case WAITING, LEASE -> throw new IllegalStateException("nothing was asked");
        }
    }

    private boolean isOfCache(DataWait wait) {
        return wait.stage != Stage.WRITE || (spec.strategy().isThroughCache() && store == null);
    }

    private void lookedUp(DataWait wait, Attempt basis, boolean well, @Nullable Attempt child) {
        if (well && child != null && child.data().found) {
            wait.take(child);
            end(wait, true);
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
            keepOwn(wait, basis);
        } else if (strategy != DataStrategy.WRITE_AROUND) {
            dropOwn(wait);
        }
        LinkComponent way = wait.cache == SharedCaches.NONE ? null : caches.way(wait.cache);
        boolean aside = strategy == DataStrategy.CACHE_ASIDE && spec.order() != AsideOrder.DELETE_THEN_UPDATE;
        boolean past = strategy == DataStrategy.READ_THROUGH && store != null;
        boolean isNamedAnew = versions != null && !sets;
        if (way != null && (aside || past) && !isNamedAnew) {
            ask(wait, basis, way, sets ? DataAction.SET : DataAction.DELETE, Stage.AFTER);
        } else {
            end(wait, true);
        }
    }

    private void dropOwn(DataWait wait) {
        if (own != null) {
            own.drop(wait.cacheKey, Departure.INVALIDATED, context.kernel.nowNanos());
        }
    }

    private void keepOwn(DataWait wait, Attempt basis) {
        if (own != null && wait.stamp != KeyVersions.NOTHING) {
            own.keep(wait.cacheKey, wait.stamp, basis.valueBytes, 0, context.kernel.nowNanos());
        }
    }

    /** It has its data, or has failed. */
    private void end(DataWait wait, boolean well) {
        CacheTier cache = own;
        boolean good = wait.fetches && cache != null ? fetched(wait, cache, well) : well;
        Attempt request = wait.request;
        if (request != null) {
            request.data().bring(wait.stamp, wait.staleNanos, wait.endedAt == null ? server : wait.endedAt);
        }
        int[] others = Arrays.copyOf(woken, wokenCount);
        wokenCount = 0;
        for (int i = 0; i < others.length; i++) {
            DataWait other = waits.at(others[i]);
            if (shares[i]) {
                other.take(wait);
                end(other, good);
            }
        }
        for (int i = 0; i < others.length; i++) {
            if (!shares[i]) {
                again(waits.at(others[i]));
            }
        }
        if (wait.asking) {
            wait.progress = good ? Progress.HAS_IT : Progress.FAILED;
        } else {
            waits.end(wait);
            if (request != null) {
                caller.dataCame(request, good);
            }
        }
    }

    /** The server's own cache has fetched a key, or could not; what it has may do then. Returns whether there is something to give. */
    private boolean fetched(DataWait wait, CacheTier cache, boolean well) {
        long nowNanos = context.kernel.nowNanos();
        if (well && wait.keeps) {
            cache.keep(wait.cacheKey, wait.stamp, wait.bytes, nowNanos - wait.beganNanos, nowNanos);
        } else if (!well) {
            cache.keepNothing(wait.cacheKey, nowNanos);
        }
        FetchEnd end = !well ? FetchEnd.FAILED : wait.keeps ? FetchEnd.KEPT : FetchEnd.UNCACHEABLE;
        cache.fetches().ended(wait.cacheKey, wait.ticket, end, waker);
        Attempt request = wait.request;
        if (!well && request != null && cache.helpsOnError(wait.cacheKey, nowNanos)) {
            cache.giveInstead(request, server, nowNanos);
            wait.take(request);
            return true;
        }
        return well;
    }

    private void woken(long waiter, boolean sharesAnswer) {
        if (wokenCount == woken.length) {
            woken = Arrays.copyOf(woken, wokenCount * 2);
            shares = Arrays.copyOf(shares, wokenCount * 2);
        }
        woken[wokenCount] = (int) waiter;
        shares[wokenCount++] = sharesAnswer;
    }

    /** An attempt that began here has come back. */
    void replied(Attempt child) {
        children.replied(child);
    }

    /** An attempt that began here is lost. */
    void lost(Attempt child) {
        children.lost(child);
    }

    /** The server crashes: it waits for nothing any more, and has nothing in its own cache. */
    void forget() {
        context.kernel.cancel(looks);
        context.kernel.cancel(leaseWaits);
        children.forget();
        waits.clear();
        if (versions != null) {
            versions.clear();
        }
        wokenCount = 0;
        if (own != null) {
            own.fetches().clear();
            own.empty(Departure.LOST, context.kernel.nowNanos());
        }
    }
}
