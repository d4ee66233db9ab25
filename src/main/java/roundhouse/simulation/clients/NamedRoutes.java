package roundhouse.simulation.clients;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.NamingFigures;
import roundhouse.routing.Outcome;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.Component;
import roundhouse.simulation.engine.KeptConnection;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.faults.LinkFaults;
import roundhouse.simulation.resolving.NameServer;
import roundhouse.simulation.resolving.NamedTarget;
import roundhouse.simulation.resolving.NamedTargets;
import roundhouse.simulation.resolving.ResolverPool;
import roundhouse.simulation.targets.TargetGroup;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.naming.Resolvers;

/**
 * Where a clients node sends its requests when it asks a name server for that. A connection that is kept stays where it is; else the user
 * takes the address that it keeps itself, or asks its resolver. A request goes straight to the node that was named, over a link that the
 * clients have to it or else over the one from the name server. An address whose node was removed refuses; one whose link alone was
 * removed still works for those who know it.
 */
final class NamedRoutes implements ResolverPool.Host, KeptConnection.Chooser {
    private final RunContext context;
    private final NodeComponent clients;
    private final AddressListener listener;
    private final TargetGroup own;
    private final NextAddresses next;
    /** The nodes that connections were opened to; tags of connections are numbers here. */
    private final List<NamedTarget> connected = new ArrayList<>();

    private Clients spec;
    private @Nullable LinkComponent link;
    private @Nullable NameServer server;
    private @Nullable ResolverPool resolvers;
    private @Nullable KeptAddresses kept;

    NamedRoutes(RunContext context, NodeComponent clients, Clients spec, TargetGroup own, AddressListener listener) {
        this.context = context;
        this.clients = clients;
        this.spec = spec;
        this.own = own;
        this.listener = listener;
        next = new NextAddresses(context, clients, listener);
        next.become(spec.resolvers());
    }

    /** Whether addresses are asked for. */
    boolean isOn() {
        return server != null;
    }

    /** Whether the link is the way to the name server. */
    boolean isAsked(LinkComponent other) {
        return link != null && link.number() == other.number();
    }

    /** Whether the link is the way to a name server, which is asked from now on. */
    boolean attach(LinkComponent added) {
        if (!(added.to instanceof NameServer its)) {
            return false;
        }
        link = added;
        server = its;
        begin(its, added);
        return true;
    }

    /** Those that wait ask again. */
    private void begin(NameServer server, LinkComponent link) {
        List<Attempt> waiting = resolvers == null ? List.of() : resolvers.end();
        ResolverPool pool = new ResolverPool(context, clients, spec, this, server, link);
        resolvers = pool;
        kept = KeptAddresses.of(spec);
        waiting.forEach(pool::ask);
    }

    /** Whether the link was the way to the name server, of which nobody is asked any more. */
    boolean detach(LinkComponent removed) {
        if (!isAsked(removed)) {
            return false;
        }
        link = null;
        server = null;
        if (resolvers != null) {
            resolvers.end().forEach(attempt -> told(attempt, null, 0, false));
        }
        return true;
    }

    /** The clients have these settings from now on; resolvers begin anew when theirs are others. */
    void update(Clients rules) {
        Clients before = spec;
        spec = rules;
        Resolvers its = rules.resolvers();
        next.become(its);
        boolean others = !before.resolvers().equals(its)
                || before.users() != rules.users()
                || !before.regions().equals(rules.regions());
        if (others && server != null && link != null) {
            begin(server, link);
        }
    }

    /** The link over which requests go to a node that was named. */
    LinkComponent way(NamedTarget target) {
        for (int i = 0; i < own.pool().size(); i++) {
            LinkComponent direct = own.link(i);
            if (direct.to.number() == target.link().to.number() && !own.pool().isRemoved(i)) {
                return direct;
            }
        }
        return target.link();
    }

    /** Sends the attempt to an address, at once or when there is one. */
    void route(Attempt attempt) {
        NamingFigures figures = server == null ? null : server.figures();
        if (figures == null || resolvers == null || goesOverItsConnection(attempt) || next.takes(attempt, this::send)) {
            return;
        }
        if (kept != null && kept.knows(attempt.user, context.kernel.nowNanos())) {
            figures.keptByClients++;
            give(attempt, kept.of(attempt.user), 0);
        } else {
            resolvers.ask(attempt);
        }
    }

    /** Whether its connection leads to an address already. */
    private boolean goesOverItsConnection(Attempt attempt) {
        KeptConnection connection = attempt.connection;
        long tag = connection == null ? KeptConnection.UNTAGGED : connection.tag(this);
        if (tag == KeptConnection.UNTAGGED) {
            return false;
        }
        send(attempt, connected.get((int) tag));
        return true;
    }

    @Override
    public void told(Attempt attempt, @Nullable NamedTargets targets, int first, boolean known) {
        if (attempt.abandoned) {
            listener.unsent(attempt);
        } else if (kept != null) {
            NamedTargets turned = targets == null ? null : targets.from(first);
            give(attempt, kept.asked(attempt.user, turned, context.kernel.nowNanos()), 0);
        } else {
            give(attempt, targets, first);
        }
    }

    private void give(Attempt attempt, @Nullable NamedTargets targets, int first) {
        if (targets == null) {
            attempt.outcome = Outcome.FAILED;
            listener.replied(attempt);
        } else if (!goesOverItsConnection(attempt)) {
            next.began(attempt, targets, first);
            send(attempt, targets.get(first));
        }
    }

    private void send(Attempt attempt, NamedTarget named) {
        NamedTarget target = holder(named);
        LinkComponent way = way(target);
        KeptConnection connection = attempt.connection;
        if (connection != null && connection.tag(this) == KeptConnection.UNTAGGED) {
            connection.tag(this, number(target), attempt.request);
        }
        if (server != null) {
            server.figures().sent(target.figures());
            target.link().picked++;
            countDead(server.figures(), target, way);
        }
        if (way.to.index == Component.GONE) {
            attempt.outcome = Outcome.REFUSED;
            if (!refused(attempt)) {
                listener.replied(attempt);
            }
        } else {
            way.send(attempt);
        }
    }

    private int number(NamedTarget target) {
        int number = connected.indexOf(target);
        if (number < 0) {
            connected.add(target);
            number = connected.size() - 1;
        }
        return number;
    }

    /** Of a pair of balancers that share an address, the one that has it. */
    private NamedTarget holder(NamedTarget named) {
        NodeComponent other = named.link().addressShared();
        NamedTarget there =
                !named.link().addressElsewhere() || other == null || server == null ? null : server.target(other);
        return there == null ? named : there;
    }

    /** Requests to an address that is down, or that no way leads to, are lost. */
    private void countDead(NamingFigures figures, NamedTarget target, LinkComponent way) {
        long nowNanos = context.kernel.nowNanos();
        LinkFaults faults = way.faults();
        if (way.to.isDown()) {
            figures.dead(target.figures(), way.to.condition.sinceNanos(nowNanos), nowNanos);
        } else if (faults != null && faults.isCut(false)) {
            figures.dead(target.figures(), faults.sinceNanos(), nowNanos);
        } else if (way.to.index == Component.GONE) {
            figures.dead(target.figures(), way.to.removedAtNanos, nowNanos);
        }
    }

    /** Whether the attempt, which has come back refused, goes on to the next address. */
    boolean refused(Attempt attempt) {
        return attempt.outcome == Outcome.REFUSED && !attempt.abandoned && next.refused(attempt);
    }

    /** The next attempt goes on with the addresses of the one that is over. */
    void goesOn(Attempt over, Attempt further) {
        next.goesOn(over, further);
    }

    /** A lookup has come back. */
    void replied(Attempt lookup) {
        if (resolvers != null) {
            resolvers.replied(lookup);
        }
    }

    /** A lookup is lost. */
    void lost(Attempt lookup) {
        if (resolvers != null) {
            resolvers.lost(lookup);
        }
    }

    @Override
    public void connectionClosed(long tag, long firstReplyNanos, Outcome outcome) {}
}
