package roundhouse.simulation.caching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Regions;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.ProcessorComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.AttemptPurpose;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.guarding.Guard;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.targets.PoolRules;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.simulation.tiers.ChildAttempts;
import roundhouse.simulation.tiers.ThroughCache;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;

/**
 * The edges of a CDN: a request goes to the one nearest to its client, which answers from its cache or asks the origin. What is written
 * passes through, and takes what the edge has of the key with it (RFC 9111, section 4.4); other edges are not told.
 */
public final class CdnComponent extends ProcessorComponent
        implements ThroughCache.Host, ChildAttempts.Listener, Guard.Host {
    /** Edges have as many cores as ever are needed. */
    private static final int CORES = 1 << 20;

    private final CacheFigures figures = new CacheFigures();
    private final ChildAttempts children;
    private final TargetGroup origins;
    private final List<Edge> edges = new ArrayList<>();
    /** Edges that are not wanted any more, of which some wait for fetches still. */
    private final List<Edge> leaving = new ArrayList<>();

    private Cdn spec;
    private DurationSampler hit;

    /** One edge; {@code region} is {@link Regions#NOWHERE} where it has none. */
    private record Edge(String name, int region, ThroughCache cache) {}

    public CdnComponent(RunContext context, Cdn spec) {
        super(context, spec, CORES);
        this.spec = spec;
        context.data.turnOn();
        children = new ChildAttempts(context, this, this);
        origins = new TargetGroup(
                context, id, Link.DEFAULT_POOL, Balancing.of(Algorithm.WEIGHTED_ROUND_ROBIN), PoolRules.NONE);
        hit = DurationSampler.of(spec.cache().hitTime(), context.demands);
        expect(hit.constantNanos());
        edges();
        guardBy(spec.limits(), this);
    }

    @Override
    public void update(Node node) {
        spec = (Cdn) node;
        hit = DurationSampler.of(spec.cache().hitTime(), context.demands);
        expect(hit.constantNanos());
        edges();
        guardBy(spec.limits(), this);
    }

    /** Edges that were there before go on. Those that are not wanted any more are left to those that wait there. */
    private void edges() {
        List<String> wanted = spec.regions().isEmpty() ? List.of("") : spec.regions();
        edges.removeIf(edge -> {
            boolean goes = !wanted.contains(edge.name);
            if (goes) {
                edge.cache.tier().empty(Leaving.Cause.TAKEN_OUT, context.kernel.nowNanos());
                leaving.add(edge);
            }
            return goes;
        });
        for (String name : wanted) {
            Edge known = edges.stream()
                    .filter(edge -> edge.name.equals(name))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                CacheTier tier = new CacheTier(context, id + " " + name, spec.cache(), figures);
                int region = name.isEmpty() ? Regions.NOWHERE : context.regions.of(name);
                edges.add(new Edge(name, region, new ThroughCache(context, this, tier, this)));
            } else {
                CacheTier.become(known.cache.tier(), context, id, spec.cache(), figures);
            }
        }
    }

    /** The edge nearest to that region; of several as near, and where nobody knows, the first. */
    private int nearest(int region) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < edges.size(); i++) {
            int at = edges.get(i).region;
            double far = at == region && at != Regions.NOWHERE
                    ? -1
                    : context.regions.regions().between(region, at);
            if (far < least) {
                least = far;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public int region() {
        return Regions.NOWHERE;
    }

    @Override
    public CacheFigures cache() {
        return figures;
    }

    @Override
    public void addCaches(List<KeptCache> caches) {
        edges.forEach(edge -> caches.add(edge.cache.tier().commands()));
    }

    @Override
    protected void attach(LinkComponent link) {
        origins.add(link);
    }

    @Override
    protected void detach(LinkComponent link) {
        origins.remove(link);
    }

    @Override
    protected void changed(LinkComponent link) {
        origins.update(link);
    }

    @Override
    protected void receive(Attempt attempt) {
        CrashMode crash = crashed();
        if (crash != null) {
            meetCrash(attempt, crash);
        } else if (attempt.connects) {
            turnAway(attempt, Outcome.OK);
        } else {
            enter(attempt);
            if (hit.constantNanos() == 0 && !isPaused()) {
                done(attempt);
            } else {
                work(attempt);
            }
        }
    }

    @Override
    protected long demandNanos(Attempt attempt) {
        context.demands.restart(attempt.number);
        return hit.nextNanos();
    }

    @Override
    protected void done(Attempt attempt) {
        boolean isRequest = attempt.purpose == AttemptPurpose.REQUEST;
        if (errs(attempt) || !isRequest) {
            answer(attempt, isRequest ? Outcome.FAILED : Outcome.OK);
            return;
        }
        if (!isHeldUp(attempt)) {
            letThrough(attempt);
        }
    }

    @Override
    public void turnedAway(Attempt attempt) {
        answer(attempt, Outcome.REJECTED);
    }

    @Override
    public void letThrough(Attempt attempt) {
        int edge = nearest(attempt.region());
        attempt.top().tag = edges.get(edge).cache.number();
        attempt.data().cacheKey = attempt.key();
        if (attempt.read) {
            edges.get(edge).cache.read(attempt);
        } else {
            edges.get(edge).cache.tier().passes(attempt, CacheReason.Bypass.WRITE);
            send(child(attempt, true));
        }
    }

    @Override
    public Attempt child(Attempt about, boolean waits) {
        Attempt child = children.partOf(about, waits);
        child.data().cacheNumber = about.top().tag;
        return child;
    }

    @Override
    public void send(Attempt child) {
        children.begin(child);
        int target = origins.only();
        if (target == Balancer.NONE) {
            target = origins.pick(child);
        }
        children.out(child, target == Balancer.NONE ? null : origins.link(target));
    }

    @Override
    public void answered(Attempt attempt, Outcome outcome) {
        answer(attempt, outcome);
    }

    @Override
    public void ended(Attempt child, Outcome outcome) {
        Attempt waiting = child.whole;
        if (waiting != null) {
            waiting.server = child.server;
            waiting.takeCookies(child);
        }
        ThroughCache cache = cache(child.data().cacheNumber);
        if (child.read && cache != null) {
            cache.ended(child, outcome);
            left(cache);
        } else if (waiting != null) {
            if (outcome == Outcome.OK && cache != null) {
                cache.tier().drop(child.key(), Leaving.Cause.WRITTEN, child.request, context.kernel.nowNanos());
            }
            waiting.takeData(child);
            answer(waiting, outcome == Outcome.TIMED_OUT ? Outcome.FAILED : outcome);
        }
    }

    /** The cache of that number; null when its edge is there no more, and nobody waits there. */
    private @Nullable ThroughCache cache(long number) {
        ThroughCache cache = cache(number, edges);
        return cache == null ? cache(number, leaving) : cache;
    }

    private static @Nullable ThroughCache cache(long number, List<Edge> of) {
        for (Edge edge : of) {
            if (edge.cache.number() == number) {
                return edge.cache;
            }
        }
        return null;
    }

    /** If that is the cache of an edge that is not wanted any more, it keeps nothing, and goes when nobody waits there. */
    private void left(ThroughCache cache) {
        if (!leaving.isEmpty() && leaving.stream().anyMatch(edge -> edge.cache.number() == cache.number())) {
            cache.tier().empty(Leaving.Cause.TAKEN_OUT, context.kernel.nowNanos());
            leaving.removeIf(edge -> edge.cache.number() == cache.number()
                    && cache.tier().fetches().fetching() == 0
                    && cache.tier().fetches().waiting() == 0);
        }
    }

    @Override
    protected void reply(Attempt attempt, long sentAtNanos) {
        throw new IllegalStateException("the CDN " + id + " asks by attempts with an owner only");
    }

    @Override
    protected void lose(CrashMode how) {
        children.forget();
        edges.forEach(edge -> edge.cache.forget());
        leaving.forEach(edge -> edge.cache.forget());
        leaving.clear();
        super.lose(how);
    }
}
