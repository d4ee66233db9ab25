package roundhouse.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Algorithm;
import roundhouse.topology.Arrivals;
import roundhouse.topology.Balancing;
import roundhouse.topology.Command;
import roundhouse.topology.Connection;
import roundhouse.topology.Distribution;
import roundhouse.topology.Hedge;
import roundhouse.topology.Keys;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Retries;
import roundhouse.topology.Rule;
import roundhouse.topology.Sticky;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Tls;
import roundhouse.topology.Topology;

/** Small systems for tests. */
final class Systems {
    static final long SECOND = 1_000_000_000L;

    private Systems() {}

    static Distribution exponential(long micros) {
        return new Distribution.Exponential(Duration.ofNanos(micros * 1_000));
    }

    static Distribution fixed(long micros) {
        return new Distribution.Fixed(Duration.ofNanos(micros * 1_000));
    }

    static Node.Server server(String id, int cores, Distribution service) {
        return new Node.Server(
                id, null, cores, service, Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofMillis(1), null, null);
    }

    static Node.Server bounded(String id, int cores, Distribution service, int queue, int connections) {
        return new Node.Server(id, null, cores, service, queue, connections, Duration.ofMillis(1), null, null);
    }

    static Node.LoadBalancer balancer(String id, Algorithm algorithm) {
        return balancer(id, 7, algorithm, Sticky.OFF, List.of(), Tls.PASS_THROUGH);
    }

    static Node.LoadBalancer balancer(
            String id, int layer, Algorithm algorithm, Sticky sticky, List<Rule> rules, Tls tls) {
        return new Node.LoadBalancer(
                id, null, layer, Balancing.of(algorithm), 2, Duration.ZERO, sticky, rules, tls, null, null);
    }

    static ClientsBuilder clients(String id, Arrivals arrivals) {
        return new ClientsBuilder(id, arrivals);
    }

    static ClientsBuilder poisson(double rate) {
        return clients("users", new Arrivals.Poisson(rate));
    }

    static Link link(String from, String to, Distribution latency) {
        return Link.of(from, to, latency);
    }

    static Link link(String from, String to) {
        return Link.of(from, to, fixed(0));
    }

    static Topology system(long seed, List<? extends Node> nodes, List<Link> links) {
        return Topology.EMPTY
                .withSeed(seed)
                .withNodes(List.copyOf(nodes))
                .withLinks(links)
                .named("test", "");
    }

    /** Clients linked straight to a server by a link without latency. */
    static Topology queue(long seed, ClientsBuilder clients, Node.Server server) {
        return system(seed, List.of(clients.build(), server), List.of(link("users", server.id())));
    }

    /** Clients, a balancer of no cost, and equal servers with a queue. */
    static Topology balanced(long seed, ClientsBuilder clients, Algorithm algorithm, int servers) {
        List<Node> nodes = new ArrayList<>(List.of(clients.build(), balancer("lb", algorithm)));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb", fixed(500))));
        for (int i = 1; i <= servers; i++) {
            nodes.add(bounded("s" + i, 2, exponential(2_000), 50, Integer.MAX_VALUE));
            links.add(link("lb", "s" + i, fixed(200)));
        }
        return system(seed, nodes, links);
    }

    static TimedCommand at(double seconds, Command command) {
        return new TimedCommand(Duration.ofNanos((long) (seconds * SECOND)), command);
    }

    static Report run(Topology topology, double seconds) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run.report();
    }

    static Report.NodeReport node(Report report, String id) {
        Report.NodeReport node = report.nodes().get(id);
        if (node == null) {
            throw new AssertionError("no node " + id);
        }
        return node;
    }

    /** A clients node, with what a test does not care about left at plain values. */
    static final class ClientsBuilder {
        private final String id;
        private Arrivals arrivals;
        private int users = 1_000;
        private String addresses = "10.0.0.0/8";
        private Map<String, Double> regions = Map.of();
        private Keys keys = new Keys.Uniform(1_000);
        private List<Node.Clients.KindShare> kinds = List.of();
        private Connection connection = new Connection.PerRequest();
        private boolean tls;
        private int sessionRequests;
        private @Nullable Duration timeout;
        private Retries retries = Retries.NONE;
        private @Nullable Hedge hedge;

        private ClientsBuilder(String id, Arrivals arrivals) {
            this.id = id;
            this.arrivals = arrivals;
        }

        ClientsBuilder arrivals(Arrivals arrivals) {
            this.arrivals = arrivals;
            return this;
        }

        ClientsBuilder users(int users) {
            this.users = users;
            return this;
        }

        ClientsBuilder addresses(String addresses) {
            this.addresses = addresses;
            return this;
        }

        ClientsBuilder regions(Map<String, Double> regions) {
            this.regions = regions;
            return this;
        }

        ClientsBuilder keys(Keys keys) {
            this.keys = keys;
            return this;
        }

        ClientsBuilder kinds(List<Node.Clients.KindShare> kinds) {
            this.kinds = kinds;
            return this;
        }

        ClientsBuilder keepAlive(int requests, Duration idle) {
            this.connection = new Connection.KeepAlive(requests, idle);
            return this;
        }

        ClientsBuilder tls() {
            this.tls = true;
            return this;
        }

        ClientsBuilder sessionRequests(int requests) {
            this.sessionRequests = requests;
            return this;
        }

        ClientsBuilder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        ClientsBuilder retries(Retries retries) {
            this.retries = retries;
            return this;
        }

        ClientsBuilder hedge(Hedge hedge) {
            this.hedge = hedge;
            return this;
        }

        Node.Clients build() {
            return new Node.Clients(
                    id,
                    null,
                    arrivals,
                    users,
                    addresses,
                    regions,
                    keys,
                    0.9,
                    kinds,
                    connection,
                    tls,
                    sessionRequests,
                    timeout,
                    retries,
                    hedge);
        }
    }
}
