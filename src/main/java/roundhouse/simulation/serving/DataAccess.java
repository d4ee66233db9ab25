package roundhouse.simulation.serving;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.fetching.FetchEnd;
import roundhouse.caching.fetching.FetchStep;
import roundhouse.caching.fetching.WokenListener;
import roundhouse.caching.freshness.Held;
import roundhouse.kernel.Mix;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.serving.DataWait.Progress;
import roundhouse.simulation.serving.DataWait.Stage;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;

/**
 * Reads and writes a server's data for its requests, which wait meanwhile: in its own cache first, and then in the caches that it shares
 * with others and in its store.
 */
final class DataAccess implements OutsideData.Listener {
    /** Hears what becomes of requests that wait. */
    interface Caller {
        /** A request has its data, or fails for want of it. */
        void dataCame(Attempt request, boolean well);
    }

    private final RunContext context;
    private final NodeComponent server;
    private final Caller caller;
    private final DataWaits waits = new DataWaits();
    private final OutsideData outside;
    private final CacheFigures figures = new CacheFigures();
    private final CallbackHandler looks;
    private DurationSampler hit = DurationSampler.NONE;
    private final WokenListener waker = this::woken;
    private @Nullable CacheTier own;
    private int[] woken = new int[8];
    private boolean[] shares = new boolean[8];
    private int wokenCount;

    DataAccess(RunContext context, NodeComponent server, OutgoingLinks links, Caller caller) {
        this.context = context;
        this.server = server;
        this.caller = caller;
        outside = new OutsideData(context, server, links, waits, this);
        looks = new CallbackHandler(context.kernel, server.id + " data waits", slot -> looks(waits.at(slot)));
        context.data.turnOn();
    }

    void become(DataSettings next, @Nullable CacheSettings cache) {
        outside.become(next);
        CacheTier before = own;
        own = CacheTier.become(before, context, server.id, cache, figures);
        hit = cache == null ? DurationSampler.NONE : DurationSampler.of(cache.hitTime(), context.demands);
        if (own == null && before != null) {
            waits.fetchNothing();
            before.fetches().disband(waker);
            wakeToLookAgain();
        }
    }

    /** Its links are other ones. */
    void linked() {
        outside.linked();
    }

    CacheFigures figures() {
        return figures;
    }

    @Nullable
    CacheTier own() {
        return own;
    }

    StoreBreaker breaker() {
        return outside.breaker();
    }

    SharedCaches caches() {
        return outside.caches();
    }

    /** Begins to read or write what the request is about. */
    Progress begin(Attempt request) {
        DataWait wait =
                waits.begin(request, KeyVersions.keyOf(outside.dataset(), request.key()), context.kernel.nowNanos());
        request.data().nothing();
        wait.bytes = request.valueBytes;
        wait.seed = request.nextDemand();
        wait.asking = true;
        if (request.read && own != null && hit.constantNanos() != 0) {
            context.demands.restart(Mix.mix(wait.seed));
            wait.stage = Stage.LOOKING;
            context.kernel.schedule(hit.nextNanos(), looks, wait.slot);
        } else if (request.read) {
            read(wait, request);
        } else {
            if (own != null) {
                own.passes(request, CacheReason.Bypass.WRITE);
            }
            outside.write(wait, request);
        }
        wait.asking = false;
        Progress progress = wait.progress;
        if (progress != Progress.WAITS) {
            waits.end(wait);
        }
        return progress;
    }

    /** The time that looking into the cache takes is over, or one that waited for another's fetch looks again. */
    private void looks(DataWait wait) {
        if (wait.stage == Stage.LOOKING) {
            read(wait, Objects.requireNonNull(wait.request));
        } else {
            again(wait);
        }
    }

    private void read(DataWait wait, Attempt request) {
        CacheTier cache = own;
        if (cache == null) {
            outside.read(wait, request);
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        Held found = cache.look(wait.cacheKey, nowNanos);
        if (found != Held.ABSENT && cache.isNegative()) {
            if (found == Held.FRESH) {
                cache.refuse(request, nowNanos);
                ended(wait, false);
                return;
            }
            cache.drop(wait.cacheKey, Leaving.Cause.NOTHING_OVER, 0, nowNanos);
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
            case SERVE, SERVE_STALE -> ended(wait, true);
            case SERVE_STALE_AND_FETCH -> {
                cache.refreshes(context.kernel.nowNanos());
                DataWait behind = waits.begin(null, wait.cacheKey, context.kernel.nowNanos());
                behind.bytes = request.valueBytes;
                behind.seed = request.nextDemand();
                fetches(behind, cache, true);
                outside.read(behind, request);
                ended(wait, true);
            }
            case FETCH -> {
                fetches(wait, cache, true);
                outside.read(wait, request);
            }
            case FETCH_UNKEPT -> {
                fetches(wait, cache, false);
                outside.read(wait, request);
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
            outside.read(wait, request);
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

    @Override
    public void drop(DataWait wait) {
        if (own != null) {
            Attempt request = wait.request;
            own.drop(
                    wait.cacheKey,
                    Leaving.Cause.WRITTEN,
                    request == null ? 0 : request.request,
                    context.kernel.nowNanos());
        }
    }

    @Override
    public void keep(DataWait wait, Attempt basis) {
        if (own != null && wait.stamp != KeyVersions.NOTHING) {
            own.keep(wait.cacheKey, wait.stamp, basis.valueBytes, 0, context.kernel.nowNanos());
        }
    }

    /** It has its data, or has failed. */
    @Override
    public void ended(DataWait wait, boolean well) {
        CacheTier cache = own;
        boolean good = (wait.fetches && cache != null) ? fetched(wait, cache, well) : well;
        Attempt request = wait.request;
        if (request != null) {
            request.data().bring(wait.stamp, wait.staleNanos, wait.endedAt == null ? server : wait.endedAt);
        }
        if (wokenCount > 0) {
            wake(wait, good);
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

    private void wake(DataWait fetched, boolean good) {
        int[] others = Arrays.copyOf(woken, wokenCount);
        boolean[] share = Arrays.copyOf(shares, wokenCount);
        wokenCount = 0;
        for (int i = 0; i < others.length; i++) {
            if (share[i]) {
                waits.at(others[i]).take(fetched);
                share(waits.at(others[i]), good);
                ended(waits.at(others[i]), good);
            } else {
                again(waits.at(others[i]));
            }
        }
    }

    /** One that waited has what was fetched. */
    private void share(DataWait wait, boolean good) {
        Attempt request = wait.request;
        if (good && own != null && request != null) {
            own.shared(request, wait.stamp);
        }
    }

    private void wakeToLookAgain() {
        int[] others = Arrays.copyOf(woken, wokenCount);
        wokenCount = 0;
        for (int other : others) {
            again(waits.at(other));
        }
    }

    private void woken(long waiter, boolean sharesAnswer) {
        if (wokenCount == woken.length) {
            woken = Arrays.copyOf(woken, wokenCount * 2);
            shares = Arrays.copyOf(shares, wokenCount * 2);
        }
        woken[wokenCount] = (int) waiter;
        shares[wokenCount++] = sharesAnswer;
    }

    /** The server crashes: it waits for nothing any more, and has nothing in its own cache. */
    void forget() {
        context.kernel.cancel(looks);
        outside.forget();
        waits.clear();
        wokenCount = 0;
        if (own != null) {
            own.fetches().clear();
            own.empty(Leaving.Cause.CRASH, context.kernel.nowNanos());
        }
    }
}
