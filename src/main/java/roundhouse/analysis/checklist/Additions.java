package roundhouse.analysis.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.VrrpSettings;

/** Nodes that a design lacks, put where they belong. */
final class Additions {
    private static final double ASIDE = 140;

    private Additions() {}

    static String freeId(Topology topology, String wanted) {
        Set<String> taken = topology.ids();
        String id = wanted;
        for (int number = 2; taken.contains(id) || topology.store(id).isPresent(); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    /** The new node stands above the one that it belongs to, where that has a place. */
    private static Topology beside(Topology topology, String id, String its, double right, double down) {
        Position place = topology.layout().get(its);
        return place == null ? topology : topology.at(id, new Position(place.x() + right, place.y() + down));
    }

    /** What goes to the server goes to a new load balancer, and from there to the server. */
    static Topology balancer(Topology topology, Server server) {
        String id = freeId(topology, "lb");
        List<Link> links = new ArrayList<>();
        for (Link link : topology.links()) {
            links.add(link.to().equals(server.id()) && !link.isHeartbeat() ? link.between(link.from(), id) : link);
        }
        links.add(Link.of(id, server.id(), Link.DEFAULT_LATENCY));
        Topology added = topology.with(LoadBalancer.of(id)
                        .with(LoadBalancer.HEALTH, Health.NONE.checking(Health.Active.SETTINGS.usual())))
                .withLinks(links);
        return beside(added, id, server.id(), -ASIDE, -ASIDE);
    }

    /** With a load balancer before it that checks it, and as two; null where others than clients send to it. */
    static @Nullable Fix balanced(Server server, Topology topology) {
        if (!Neighbours.sources(server, topology).stream().allMatch(Clients.class::isInstance)) {
            return null;
        }
        Server two = server.with(Server.COUNT, Math.max(2, server.count()));
        return Fix.of("Put a load balancer before two of " + server.id(), topology, balancer(topology.with(two), two));
    }

    /** A second load balancer with the same links, which takes the address over. */
    static Topology standby(Topology topology, LoadBalancer balancer) {
        String id = freeId(topology, balancer.id() + "-standby");
        List<Link> links = new ArrayList<>(topology.links());
        for (Link link : topology.links()) {
            if (link.from().equals(balancer.id())) {
                links.add(link.between(id, link.to()));
            } else if (link.to().equals(balancer.id())) {
                links.add(link.between(link.from(), id));
            }
        }
        links.add(Link.of(balancer.id(), id, Link.DEFAULT_LATENCY).with(Link.HEARTBEAT, Heartbeat.DEFAULT));
        VrrpSettings first = new VrrpSettings(
                Math.max(150, balancer.failover().priority()),
                balancer.failover().preempt());
        Topology added = topology.with(balancer.with(LoadBalancer.FAILOVER, first))
                .with(balancer.renamed(id).labelled(null).with(LoadBalancer.FAILOVER, VrrpSettings.DEFAULT))
                .withLinks(links);
        return beside(added, id, balancer.id(), 0, ASIDE);
    }

    /** A cache that the server asks before its database. */
    static Topology cache(Topology topology, Server server, Database database, long entries) {
        String id = freeId(topology, "cache");
        CacheNode cache = CacheNode.of(id, CacheSettings.of(entries).with(CacheSettings.TTL, Duration.ofMinutes(1)));
        Topology added = topology.with(cache)
                .with(server.keptBy(id, false))
                .with(Link.of(server.id(), id, Link.DEFAULT_LATENCY));
        return beside(added, id, database.id(), 0, -ASIDE);
    }

    /** A server that holds the sessions of another one. */
    static Topology sessionStore(Topology topology, Server server) {
        SessionState state = server.state() == null ? SessionState.MEMORY : server.state();
        String id = freeId(topology, "sessions");
        Topology added = topology.with(Server.of(id, new Distribution.Fixed(Duration.ofMillis(1)))
                        .with(Server.CORES, 8))
                .with(server.with(Server.STATE, new SessionState(id, state.life(), state.bytes())))
                .with(Link.of(server.id(), id, Link.DEFAULT_LATENCY));
        return beside(added, id, server.id(), ASIDE, ASIDE);
    }
}
