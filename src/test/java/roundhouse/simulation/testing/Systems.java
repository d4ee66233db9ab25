package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Connection;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.parts.Retries;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.SessionState;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.KindShare;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.types.Types;

/** Small systems for tests. */
public final class Systems {
    public static final long SECOND = 1_000_000_000L;

    private Systems() {}

    public static Distribution exponential(long micros) {
        return new Distribution.Exponential(Duration.ofNanos(micros * 1_000));
    }

    public static Distribution fixed(long micros) {
        return new Distribution.Fixed(Duration.ofNanos(micros * 1_000));
    }

    public static Server server(String id, int cores, Distribution service) {
        return bounded(id, cores, service, Types.UNLIMITED, Types.UNLIMITED);
    }

    public static Server bounded(String id, int cores, Distribution service, int queue, int connections) {
        return Server.of(id, service)
                .with(Server.CORES, cores)
                .with(Server.QUEUE, queue)
                .with(Server.CONNECTIONS, connections);
    }

    public static LoadBalancer balancer(String id, Algorithm algorithm) {
        return balancer(id, 7, algorithm, Sticky.OFF, List.of(), Tls.PASS_THROUGH);
    }

    public static LoadBalancer balancer(
            String id, int layer, Algorithm algorithm, Sticky sticky, List<Rule> rules, Tls tls) {
        return LoadBalancer.of(id)
                .with(LoadBalancer.LAYER, layer)
                .with(LoadBalancer.ALGORITHM, Balancing.of(algorithm))
                .with(LoadBalancer.CORES, 2)
                .with(LoadBalancer.COST, Duration.ZERO)
                .with(LoadBalancer.STICKY, sticky)
                .with(LoadBalancer.RULES, rules)
                .with(LoadBalancer.TLS, tls);
    }

    public static ClientsBuilder clients(String id, Arrivals arrivals) {
        return new ClientsBuilder(id, arrivals);
    }

    public static ClientsBuilder poisson(double rate) {
        return clients("users", new Arrivals.Poisson(rate));
    }

    public static Link link(String from, String to, Distribution latency) {
        return Link.of(from, to, latency);
    }

    public static Link link(String from, String to) {
        return Link.of(from, to, fixed(0));
    }

    public static Topology system(long seed, List<? extends Node> nodes, List<Link> links) {
        return Topology.EMPTY
                .withSeed(seed)
                .withNodes(List.copyOf(nodes))
                .withLinks(links)
                .named("test", "");
    }

    /** Clients linked straight to a server by a link without latency. */
    public static Topology queue(long seed, ClientsBuilder clients, Server server) {
        return system(seed, List.of(clients.build(), server), List.of(link("users", server.id())));
    }

    /** Clients, a balancer of no cost, and equal servers with a queue. */
    public static Topology balanced(long seed, ClientsBuilder clients, Algorithm algorithm, int servers) {
        List<Node> nodes = new ArrayList<>(List.of(clients.build(), balancer("lb", algorithm)));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb", fixed(500))));
        for (int i = 1; i <= servers; i++) {
            nodes.add(bounded("s" + i, 2, exponential(2_000), 50, Integer.MAX_VALUE));
            links.add(link("lb", "s" + i, fixed(200)));
        }
        return system(seed, nodes, links);
    }

    /** Two servers with session state behind a balancer {@code lb}, and the store, if the state is in one. */
    public static Topology remembering(ClientsBuilder clients, LoadBalancer balancer, SessionState state) {
        List<Node> nodes = new ArrayList<>(List.of(
                clients.build(),
                balancer,
                server("s1", 4, fixed(1_000)).with(Server.STATE, state),
                server("s2", 4, fixed(1_000)).with(Server.STATE, state)));
        List<Link> links = new ArrayList<>(List.of(link("users", "lb"), link("lb", "s1"), link("lb", "s2")));
        if (state.store() != null) {
            nodes.add(server("store", 4, fixed(100)));
            links.add(link("s1", "store", fixed(200)));
            links.add(link("s2", "store", fixed(200)));
        }
        return system(3, nodes, links);
    }

    public static TimedCommand at(double seconds, Command command) {
        return new TimedCommand(Duration.ofNanos((long) (seconds * SECOND)), command);
    }

    public static Report run(Topology topology, double seconds) {
        Run run = Run.of(topology);
        run.runUntil((long) (seconds * SECOND));
        return run.report();
    }

    public static Frame frame(Run run) {
        Frame frame = new Frame();
        run.observe(frame);
        return frame;
    }

    /** What happened up to now. */
    public static List<String> soFar(Run run) {
        return frame(run).transcript.stream().map(TranscriptLine::text).toList();
    }

    /** What happened up to now, without the figures of what it cost. */
    public static List<String> happenings(Run run) {
        return soFar(run).stream()
                .map(text -> text.replaceAll("; (it refused|clients saw|requests took) [^;]*", ""))
                .toList();
    }

    /** What happened, and what is still wrong at the end. */
    public static List<String> transcript(Run run) {
        return run.report().transcript().stream().map(TranscriptLine::text).toList();
    }

    public static Report.NodeReport node(Report report, String id) {
        Report.NodeReport node = report.nodes().get(id);
        if (node == null) {
            throw new AssertionError("no node " + id);
        }
        return node;
    }

    /** A clients node, with what a test does not care about left at plain values. */
    public static final class ClientsBuilder {
        private Clients clients;

        private ClientsBuilder(String id, Arrivals arrivals) {
            clients = Clients.of(id, arrivals).with(Clients.READS, 0.9);
        }

        private <V> ClientsBuilder set(Setting<Clients, V> setting, V value) {
            clients = clients.with(setting, value);
            return this;
        }

        public ClientsBuilder arrivals(Arrivals arrivals) {
            return set(Clients.ARRIVALS, arrivals);
        }

        public ClientsBuilder users(int users) {
            return set(Clients.USERS, users);
        }

        public ClientsBuilder addresses(String addresses) {
            return set(Clients.ADDRESSES, addresses);
        }

        public ClientsBuilder regions(Map<String, Double> regions) {
            return set(Clients.REGIONS, regions);
        }

        public ClientsBuilder keys(KeyDistribution keys) {
            return set(Clients.KEYS, keys);
        }

        public ClientsBuilder kinds(List<KindShare> kinds) {
            return set(Clients.REQUESTS, kinds);
        }

        public ClientsBuilder keepAlive(int requests, Duration idle) {
            return set(Clients.CONNECTION, new Connection.KeepAlive(requests, idle, null));
        }

        public ClientsBuilder tls() {
            return set(Clients.TLS, true);
        }

        public ClientsBuilder sessionRequests(int requests) {
            return set(Clients.SESSION_REQUESTS, requests);
        }

        public ClientsBuilder timeout(Duration timeout) {
            return set(Clients.TIMEOUT, timeout);
        }

        public ClientsBuilder retries(Retries retries) {
            return set(Clients.RETRIES, retries);
        }

        public ClientsBuilder hedge(Hedge hedge) {
            return set(Clients.HEDGE, hedge);
        }

        public Clients build() {
            return clients;
        }
    }
}
