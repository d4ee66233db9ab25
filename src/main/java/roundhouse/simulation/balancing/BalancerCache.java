package roundhouse.simulation.balancing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DataAction;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.simulation.tiers.ThroughCache;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * What a balancer answers itself. What it must ask targets for is an attempt of its own, which is given a target as any other; the request
 * waits meanwhile, and perhaps others with it. What is written passes, and takes what is cached of the key with it (RFC 9111, section
 * 4.4).
 */
final class BalancerCache implements ThroughCache.Host, ChildAttempts.Listener {
    private final RunContext context;
    private final NodeComponent balancer;
    private final Routes routes;
    private final CacheFigures figures = new CacheFigures();
    private final ChildAttempts children;
    private DurationSampler hit = DurationSampler.NONE;
    private @Nullable CacheTier tier;
    private @Nullable ThroughCache through;
    /** Caches that were taken away, of which some wait for fetches still. */
    private final List<ThroughCache> leaving = new ArrayList<>();

    /** How the balancer deals with attempts. */
    interface Routes {
        /** Gives it a target. */
        void sendFetch(Attempt fetch);

        /** Waits no longer for the target of a fetch that was lost. */
        void giveUp(Attempt fetch);

        /** A request is answered so. */
        void respond(Attempt attempt, Outcome outcome);
    }

    BalancerCache(RunContext context, NodeComponent balancer, Routes routes) {
        this.context = context;
        this.balancer = balancer;
        this.routes = routes;
        children = new ChildAttempts(context, balancer, this);
    }

    void become(@Nullable CacheSettings settings) {
        hit = settings == null ? DurationSampler.NONE : DurationSampler.of(settings.hitTime(), context.demands);
        CacheTier before = tier;
        tier = CacheTier.become(before, context, balancer.id, settings, figures);
        if (tier != before) {
            if (through != null) {
                leaving.add(through);
            }
            through = tier == null ? null : new ThroughCache(context, balancer, tier, this);
        }
    }

    @Nullable
    CacheFigures figures() {
        return tier == null && figures.lookups() == 0 ? null : figures;
    }

    void addTo(List<KeptCache> caches) {
        if (tier != null) {
            caches.add(tier.commands());
        }
    }

    /** How long the lookup for an attempt takes, nanoseconds. */
    long lookupNanos(Attempt attempt) {
        if (!attempt.read || hit.constantNanos() == 0) {
            return 0;
        }
        context.demands.restart(attempt.number);
        return hit.nextNanos();
    }

    /** Whether lookups take no time. */
    boolean isInstant() {
        return hit.constantNanos() == 0;
    }

    /** Whether it sees to a request from now on, which has not been given a target. */
    boolean takes(Attempt attempt) {
        if (tier == null || through == null || isFetch(attempt)) {
            return false;
        }
        if (!attempt.read) {
            tier.passes(attempt, CacheReason.Bypass.WRITE);
            return false;
        }
        attempt.data().cacheKey = attempt.key();
        through.read(attempt);
        return true;
    }

    /** Whether the balancer itself began it, to fetch something. */
    boolean isFetch(Attempt attempt) {
        return attempt.action() == DataAction.FETCH && attempt.beganAt(balancer);
    }

    @Override
    public Attempt child(Attempt about, boolean waits) {
        return children.partOf(about, waits);
    }

    @Override
    public void send(Attempt child) {
        context.enter(child, balancer);
        if (child.whole != null) {
            context.observer.parted(child.whole, child);
        }
        routes.sendFetch(child);
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        routes.respond(attempt, outcome);
    }

    /** What was given a target has ended so. Returns whether that was a fetch, which is seen to. */
    boolean concluded(Attempt attempt, Outcome outcome) {
        if (isFetch(attempt)) {
            attempt.outcome = outcome;
            children.replied(attempt);
            return true;
        }
        if (tier != null && !attempt.read && outcome == Outcome.OK) {
            tier.drop(attempt.key(), Leaving.Cause.WRITTEN, attempt.request, context.kernel.nowNanos());
        }
        return false;
    }

    @Override
    public void ended(Attempt child, Outcome outcome) {
        if (outcome == Outcome.TIMED_OUT && child.lost) {
            routes.giveUp(child);
        }
        Attempt waiting = child.whole;
        if (waiting != null) {
            waiting.server = child.server;
            waiting.takeCookies(child);
        }
        ThroughCache its = cache(child.data().cacheNumber);
        if (its != null) {
            its.ended(child, outcome);
            left(its);
        } else if (waiting != null) {
            waiting.takeData(child);
            routes.respond(waiting, outcome);
        }
    }

    private @Nullable ThroughCache cache(long number) {
        if (through != null && through.number() == number) {
            return through;
        }
        for (ThroughCache each : leaving) {
            if (each.number() == number) {
                return each;
            }
        }
        return null;
    }

    /** If that is one that was taken away, it keeps nothing, and goes when nobody waits there. */
    private void left(ThroughCache cache) {
        if (leaving.contains(cache)) {
            cache.tier().empty(Leaving.Cause.TAKEN_OUT, context.kernel.nowNanos());
            if (cache.tier().fetches().fetching() == 0 && cache.tier().fetches().waiting() == 0) {
                leaving.remove(cache);
            }
        }
    }

    /** A fetch is lost. */
    void lost(Attempt fetch) {
        children.lost(fetch);
    }

    /** The balancer crashes. */
    void forget() {
        children.forget();
        if (through != null) {
            through.forget();
        }
        leaving.forEach(ThroughCache::forget);
        leaving.clear();
    }
}
