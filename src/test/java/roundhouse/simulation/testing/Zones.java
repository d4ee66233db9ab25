package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.targets.ZonePreference;
import roundhouse.topology.nodes.traffic.Arrivals;

/** Balancers {@code lb-a1}, {@code lb-b1} and so on, each with 1,000 requests a second of its own, and servers {@code a1}, {@code b1}, all linked. */
public final class Zones {
    private Zones() {}

    /** As many balancers and servers in zone a, b and c; a failed check in 100 ms takes out, and half must be well. */
    public static Topology topology(Algorithm algorithm, ZonePreference preference, int[] balancers, int... servers) {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int zone = 0; zone < servers.length; zone++) {
            for (int i = 1; i <= servers[zone]; i++) {
                nodes.add(Systems.server(name(zone) + i, 64, Systems.fixed(500)).with(Server.ZONE, name(zone)));
            }
        }
        List<Node> targets = List.copyOf(nodes);
        for (int zone = 0; zone < balancers.length; zone++) {
            for (int i = 1; i <= balancers[zone]; i++) {
                String id = "lb-" + name(zone) + i;
                nodes.add(Systems.clients("users-" + id, new Arrivals.Constant(1_000))
                        .build());
                nodes.add(Balancers.of(id, 7, algorithm, Sticky.OFF, health(), FailoverPolicy.NEVER)
                        .with(LoadBalancer.ZONE, name(zone))
                        .with(LoadBalancer.ZONE_AWARE, preference));
                links.add(Systems.link("users-" + id, id));
                targets.forEach(target -> links.add(Systems.link(id, target.id(), Systems.fixed(100))));
            }
        }
        return Systems.system(11, nodes, links);
    }

    private static Health health() {
        Health.Active checks = new Health.Active(
                Health.Probe.CONNECT, Duration.ofMillis(100), Duration.ofMillis(50), 1, 1, null, null);
        return new Health(checks, null, null, 50, Duration.ZERO);
    }

    private static String name(int zone) {
        return List.of("a", "b", "c").get(zone);
    }

    /** The requests of that balancer by zone, so far. */
    public static Map<String, Long> picks(Run run, String balancer) {
        return Systems.node(run.report(), balancer).zones().picks();
    }
}
