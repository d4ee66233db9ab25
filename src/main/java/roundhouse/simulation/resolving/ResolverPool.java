package roundhouse.simulation.resolving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.kernel.TimeoutQueue;
import roundhouse.naming.DnsRecord;
import roundhouse.naming.NamingFigures;
import roundhouse.naming.ResolverCache;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CallbackHandler;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.naming.Resolvers;

/**
 * The resolvers that the users of a clients node ask. Users are so near that asking takes no time; what a resolver does not know it asks
 * over the link to the name server, one question at a time, for which all wait who ask meanwhile. When no answer comes in time, or a bad
 * one, it remembers for five seconds that there is none, as unbound does (RFC 2308, section 7).
 */
public final class ResolverPool {
    private static final long FAILURE_NANOS = 5_000_000_000L;
    private static final int QUERY_IDS = 1 << 16;

    /** Who asks. */
    public interface Host {
        /**
         * An attempt that asked is told.
         *
         * @param targets null when there is no address
         * @param first with which of them the answer begins
         * @param known whether somebody knew; else nobody could be asked, and there are no targets
         */
        void told(Attempt attempt, @Nullable NamedTargets targets, int first, boolean known);
    }

    private final RunContext context;
    private final NodeComponent owner;
    private final Host host;
    private final NameServer server;
    private final LinkComponent link;
    private final NamingFigures figures;
    private final ResolverPopulation population;
    private final RandomStream random;
    private final TimeoutQueue timeouts;
    private final @Nullable Resolver[] resolvers;
    private final Resolvers rules;

    /** @param link the way to the server */
    public ResolverPool(
            RunContext context,
            NodeComponent owner,
            Clients clients,
            Host host,
            NameServer server,
            LinkComponent link) {
        this.context = context;
        this.owner = owner;
        this.host = host;
        this.server = server;
        this.link = link;
        rules = clients.resolvers();
        figures = server.figures();
        population = new ResolverPopulation(context, clients);
        random = context.streams.of(owner.id, "resolvers");
        resolvers = new Resolver[population.count()];
        timeouts = new TimeoutQueue(
                context.kernel,
                DurationSampler.nanos(rules.timeout()),
                new CallbackHandler(context.kernel, owner.id + " lookups", this::timedOut));
    }

    private Resolver resolver(int number) {
        Resolver resolver = resolvers[number];
        if (resolver == null) {
            resolver = new Resolver(
                    population.region(number),
                    population.phaseNanos(number),
                    new ResolverCache<>(rules.caching()),
                    rules.order().create(random));
            resolvers[number] = resolver;
        }
        return resolver;
    }

    /** The attempt's user asks its resolver. The host is told at once, or later. */
    public void ask(Attempt attempt) {
        figures.lookups++;
        int number = population.of(attempt.user, attempt.region());
        Resolver resolver = resolver(number);
        long nowNanos = context.kernel.nowNanos();
        switch (resolver.cache.state(nowNanos + resolver.phaseNanos)) {
            case FRESH -> {
                figures.fromCache++;
                tell(resolver, attempt);
            }
            case DUE -> {
                figures.fromCache++;
                tell(resolver, attempt);
                fetch(resolver, number, nowNanos);
            }
            case EXPIRED -> {
                figures.stale++;
                tell(resolver, attempt);
                fetch(resolver, number, nowNanos);
            }
            case NOTHING -> {
                if (resolver.lookup == null && nowNanos < resolver.failedUntilNanos) {
                    figures.failed++;
                    host.told(attempt, null, 0, false);
                } else {
                    resolver.waiting.add(attempt.slot);
                    fetch(resolver, number, nowNanos);
                }
            }
        }
    }

    /** Tells what the resolver keeps. */
    private void tell(Resolver resolver, Attempt attempt) {
        DnsRecord<NamedTargets> kept = resolver.cache.kept();
        NamedTargets targets = kept == null ? null : kept.answer();
        if (targets == null) {
            figures.negative++;
            host.told(attempt, null, 0, true);
        } else {
            host.told(attempt, targets, resolver.first(random.nextInt(QUERY_IDS), targets.count()), true);
        }
    }

    private void fetch(Resolver resolver, int number, long nowNanos) {
        if (resolver.lookup != null || nowNanos < resolver.failedUntilNanos) {
            return;
        }
        Attempt lookup = context.attempts.take();
        lookup.lookup(resolver.region);
        lookup.sentAtNanos = nowNanos;
        context.enter(lookup, owner);
        lookup.top().tag = number;
        resolver.lookup = lookup;
        timeouts.arm(number);
        link.send(lookup);
    }

    /** A lookup of its own has come back. */
    public void replied(Attempt lookup) {
        int number = (int) lookup.top().tag;
        boolean known = lookup.outcome == Outcome.OK;
        if (!lookup.abandoned) {
            timeouts.disarm(number);
            ended(resolver(number), known ? server.answered(lookup) : null);
        }
        context.attempts.release(lookup);
    }

    /** A lookup of its own will never come back. */
    public void lost(Attempt lookup) {
        if (lookup.abandoned) {
            letGo(lookup);
        }
    }

    private void letGo(Attempt lookup) {
        context.unwind(lookup, owner);
        context.attempts.release(lookup);
    }

    private void timedOut(int number) {
        Resolver resolver = resolver(number);
        Attempt lookup = resolver.lookup;
        if (lookup != null) {
            context.kernel.fold(lookup.number);
            lookup.abandoned = true;
            ended(resolver, null);
            if (lookup.lost) {
                letGo(lookup);
            }
        }
    }

    /** The resolver's question has ended, with that answer or without any. */
    private void ended(Resolver resolver, @Nullable DnsRecord<NamedTargets> found) {
        resolver.lookup = null;
        long nowNanos = context.kernel.nowNanos();
        if (found == null) {
            resolver.failedUntilNanos = nowNanos + FAILURE_NANOS;
        } else {
            resolver.cache.keep(found, nowNanos + resolver.phaseNanos);
        }
        int waiting = resolver.waiting.count();
        for (int i = 0; i < waiting; i++) {
            Attempt attempt = context.attempts.at(resolver.waiting.get(i));
            if (found != null) {
                tell(resolver, attempt);
            } else {
                figures.failed++;
                host.told(attempt, null, 0, false);
            }
        }
        resolver.waiting.removeFirst(waiting);
    }

    /** Asks for nothing more. Returns those that wait, who are told nothing. */
    public List<Attempt> end() {
        List<Attempt> waiting = new ArrayList<>();
        for (int number = 0; number < resolvers.length; number++) {
            Resolver resolver = resolvers[number];
            Attempt lookup = resolver == null ? null : resolver.lookup;
            if (resolver != null && lookup != null) {
                for (int i = 0; i < resolver.waiting.count(); i++) {
                    waiting.add(context.attempts.at(resolver.waiting.get(i)));
                }
                resolver.lookup = null;
                timeouts.disarm(number);
                lookup.abandoned = true;
                if (lookup.lost) {
                    letGo(lookup);
                }
            }
        }
        return waiting;
    }
}
