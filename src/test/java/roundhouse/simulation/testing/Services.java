package roundhouse.simulation.testing;

import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.CallReport;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Small systems of servers that call each other, for tests: {@code users} ask the first, links take no time. */
public final class Services {
    /** More cores than a small system needs at once. */
    public static final int MANY = 1_000;

    private Services() {}

    /** Users who send so many requests a second, at equal distances. */
    public static Systems.ClientsBuilder constant(double rate) {
        return Systems.clients("users", new Arrivals.Constant(rate));
    }

    /** The servers, each linked to those that it calls. */
    public static Topology of(long seed, Systems.ClientsBuilder clients, Server... servers) {
        List<Node> nodes = new ArrayList<>(List.of(clients.build()));
        List<Link> links = new ArrayList<>(List.of(link("users", servers[0].id())));
        for (Server server : servers) {
            nodes.add(server);
            server.called().forEach(to -> links.add(link(server.id(), to)));
        }
        return system(seed, nodes, links);
    }

    /** The server, which makes these calls. */
    public static Server calling(Server server, ServiceCall... calls) {
        return server.with(Server.CALLS, List.of(calls));
    }

    /** Tries at once again, so many times in all. */
    public static Retries attempts(int attempts) {
        return new Retries(attempts, Duration.ZERO, Duration.ZERO, 0, Retries.ANY, null, null);
    }

    public static CallReport.Figures calls(Report report, String from, String to) {
        CallReport calls = Systems.node(report, from).calls();
        CallReport.Figures figures = calls == null ? null : calls.targets().get(to);
        if (figures == null) {
            throw new AssertionError(from + " did not call " + to);
        }
        return figures;
    }

    public static long count(Report report, Outcome outcome) {
        return report.outcomes().get(outcome);
    }
}
