package roundhouse.simulation.naming;

import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import roundhouse.naming.AnswerType;
import roundhouse.naming.NamedFigure;
import roundhouse.naming.NamingFigure;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.naming.Resolvers;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Users, a DNS node 10 ms away, and servers at the end of links of 5 ms that need 1 ms a request. */
final class NamedSystems {
    /** Checks every second, three failures take out, two successes bring back, each may take half a second. */
    static final Health.Active CHECKS =
            new Health.Active(Health.Probe.REQUEST, Duration.ofSeconds(1), Duration.ofMillis(500), 3, 2, null, null);

    static final Resolvers ONE = Resolvers.USUAL.with(Resolvers.COUNT, 1);

    private NamedSystems() {}

    static Dns dns(AnswerType answers, long ttlSeconds) {
        return Dns.of("dns", answers).with(Dns.TTL, Duration.ofSeconds(ttlSeconds));
    }

    /** One user who asks once a second, beginning at 1 s. */
    static Clients oneUser(Resolvers resolvers) {
        return users(1, 1, resolvers);
    }

    static Clients users(int users, double rate, Resolvers resolvers) {
        return Systems.clients("users", new Arrivals.Constant(rate))
                .users(users)
                .build()
                .with(Clients.RESOLVERS, resolvers);
    }

    static Topology named(long seed, Clients users, Dns dns, int servers) {
        List<Node> nodes = new ArrayList<>(List.of(users, dns));
        List<Link> links = new ArrayList<>(List.of(link("users", "dns", fixed(10_000))));
        for (int i = 1; i <= servers; i++) {
            nodes.add(server("s" + i, 1_000, fixed(1_000)));
            links.add(link("dns", "s" + i, fixed(5_000)));
        }
        return system(seed, nodes, links);
    }

    static Topology with(Topology topology, Link link) {
        return topology.withLinks(topology.links().stream()
                .map(one -> one.joins(link.from(), link.to()) ? link : one)
                .toList());
    }

    static NamingReport naming(Report report) {
        return Objects.requireNonNull(Systems.node(report, "dns").naming());
    }

    static long count(Report report, NamingFigure figure) {
        return (long) naming(report).of(figure);
    }

    static long count(Report report, String target, NamedFigure figure) {
        return (long) naming(report).of(target, figure);
    }
}
