package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.List;
import roundhouse.naming.AnswerType;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.traffic.Arrivals;

/** A node of each kind, of which a file says no more than it must; its id is its kind. */
final class OneOfEach {
    static final CacheSettings CACHE = CacheSettings.of(5);
    static final Distribution SERVICE = new Distribution.Fixed(Duration.ofMillis(4));
    static final Clients CLIENTS = Clients.of("clients", new Arrivals.Poisson(7));
    static final Dns DNS = Dns.of("dns", AnswerType.RANDOM);
    static final LoadBalancer BALANCER = LoadBalancer.of("load-balancer");
    static final Server SERVER = Server.of("server", SERVICE);
    static final Cdn CDN = Cdn.of("cdn", CACHE);
    static final CacheNode CACHE_NODE = CacheNode.of("cache", CACHE);
    static final Database DATABASE = Database.of("database", SERVICE);
    static final ServerGroup GROUP = ServerGroup.of("server-group", 2, Server.of("", SERVICE));

    private OneOfEach() {}

    /** In the order of the registry. */
    static List<Node> all() {
        return List.of(CLIENTS, DNS, BALANCER, SERVER, CDN, CACHE_NODE, DATABASE, GROUP);
    }

    static Node of(String kind) {
        return all().stream().filter(node -> node.id().equals(kind)).findFirst().orElseThrow();
    }
}
