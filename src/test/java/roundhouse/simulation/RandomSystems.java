package roundhouse.simulation;

import static roundhouse.simulation.Systems.exponential;
import static roundhouse.simulation.Systems.fixed;
import static roundhouse.simulation.Systems.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import roundhouse.routing.Algorithm;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.topology.Arrivals;
import roundhouse.topology.Balancing;
import roundhouse.topology.ColdStart;
import roundhouse.topology.Command;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Defaults;
import roundhouse.topology.Distribution;
import roundhouse.topology.Hedge;
import roundhouse.topology.Keys;
import roundhouse.topology.Link;
import roundhouse.topology.Node;
import roundhouse.topology.Retries;
import roundhouse.topology.Rule;
import roundhouse.topology.SessionState;
import roundhouse.topology.Sticky;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Tls;
import roundhouse.topology.Topology;
import roundhouse.topology.Validation;
import roundhouse.topology.Way;

/** Small topologies and commands by chance, the same for the same seed. */
final class RandomSystems {
    private final SplittableRandom random;

    RandomSystems(long seed) {
        random = new SplittableRandom(seed);
    }

    Topology topology() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int clients = 1 + random.nextInt(2);
        int balancers = random.nextInt(3);
        int servers = 1 + random.nextInt(4);
        for (int i = 0; i < servers; i++) {
            nodes.add(server("s" + i));
        }
        store(nodes, links);
        for (int i = 0; i < balancers; i++) {
            nodes.add(balancer("lb" + i));
            for (int server = 0; server < servers; server++) {
                if (random.nextInt(4) > 0) {
                    links.add(anyLink("lb" + i, "s" + server));
                }
            }
        }
        if (balancers == 2 && random.nextBoolean()) {
            links.add(anyLink("lb0", "lb1"));
        }
        for (int i = 0; i < clients; i++) {
            nodes.add(clients("users" + i));
            if (balancers > 0) {
                links.add(link("users" + i, "lb0", latency()));
            }
            if (balancers == 0 || random.nextInt(4) == 0) {
                links.add(link("users" + i, "s0", latency()));
            }
        }
        List<TimedCommand> scenario = new ArrayList<>();
        Topology topology =
                Systems.system(random.nextLong(), nodes, links).withWarmUp(Duration.ofMillis(random.nextInt(3) * 300));
        for (int i = random.nextInt(4); i > 0; i--) {
            scenario.add(Systems.at(random.nextInt(20) / 10.0, command(topology)));
        }
        return topology.withScenario(scenario);
    }

    /** Now and then the servers share a store. */
    private void store(List<Node> nodes, List<Link> links) {
        if (random.nextInt(3) == 0) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) instanceof Node.Server server && random.nextInt(4) > 0) {
                    nodes.set(i, server.remembering(new SessionState("store", Duration.ofMillis(300), 1)));
                    links.add(link(server.id(), "store", latency()));
                }
            }
            nodes.add(server("store"));
        }
    }

    Command command(Topology now) {
        List<Node> nodes = now.nodes();
        String id = nodes.isEmpty() || random.nextInt(20) == 0
                ? "nobody"
                : nodes.get(random.nextInt(nodes.size())).id();
        return switch (random.nextInt(11)) {
            case 9, 10 -> fault(now);
            case 0, 1 -> new Command.Crash(id);
            case 2 -> new Command.Recover(id);
            case 3 -> new Command.Slow(id, 1 + random.nextInt(5));
            case 4 -> {
                String added = "n" + random.nextInt(3);
                yield new Command.Add(server(added), List.of(anyLink("lb0", added)));
            }
            case 5 -> new Command.Remove(id);
            case 6 -> new Command.SetWeight("lb0", id, random.nextInt(4));
            case 7 -> new Command.SetAlgorithm("lb" + random.nextInt(2), Balancing.of(algorithm()));
            default -> new Command.Revise(revised(now));
        };
    }

    /** Something fails, or a failure ends. */
    Command fault(Topology now) {
        List<Node> nodes = now.nodes();
        String id = nodes.isEmpty()
                ? "nobody"
                : nodes.get(random.nextInt(nodes.size())).id();
        List<Link> links = now.links();
        Link link = links.isEmpty() ? link("a", "b", latency()) : links.get(random.nextInt(links.size()));
        String from = link.from();
        String to = link.to();
        CrashMode how = CrashMode.values()[random.nextInt(3)];
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Command.Crash(id, how);
            case 2, 3 -> new Command.Recover(id);
            case 4 -> new Command.Slow(id, 1 + random.nextInt(5));
            case 5 -> new Command.Pause(id);
            case 6 -> new Command.Leak(id, random.nextInt(100));
            case 7 -> new Command.Errors(id, random.nextDouble());
            case 8 -> new Command.Flap(id, millis(), millis());
            case 9 -> new Command.Failing(id, millis(), millis());
            case 10 -> new Command.Restart(id, millis());
            case 11 -> random.nextBoolean() ? new Command.Outage("eu", how) : new Command.OutageOver("eu");
            case 12 -> new Command.Cut(from, to, Way.values()[random.nextInt(3)]);
            case 13 -> new Command.Delay(from, to, millis(), random.nextBoolean() ? Duration.ZERO : millis());
            case 14 -> new Command.Loss(from, to, random.nextDouble() / 2);
            default -> new Command.Mend(from, to);
        };
    }

    private Duration millis() {
        return Duration.ofMillis(1 + random.nextInt(200));
    }

    /** A topology as a file may hold it, with so many failures in its first two seconds; fewer where one makes no sense. */
    Topology failing(int failures) {
        Topology sound = topology().withScenario(List.of());
        while (!Validation.problems(sound).isEmpty()) {
            sound = topology().withScenario(List.of());
        }
        Topology failing = sound;
        for (int i = 0; i < failures; i++) {
            List<TimedCommand> scenario = new ArrayList<>(failing.scenario());
            scenario.add(Systems.at(random.nextInt(2_000) / 1_000.0, fault(sound)));
            Topology next = sound.withScenario(scenario);
            failing = Validation.problems(next).isEmpty() ? next : failing;
        }
        return failing;
    }

    private Topology revised(Topology now) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : now.nodes()) {
            nodes.add(
                    switch (node) {
                        case Node.Clients _ -> random.nextBoolean() ? node : clients(node.id());
                        case Node.LoadBalancer _ -> random.nextBoolean() ? node : balancer(node.id());
                        case Node.Server _ -> random.nextBoolean() ? node : server(node.id());
                    });
        }
        List<Link> links = new ArrayList<>();
        for (Link link : now.links()) {
            if (random.nextInt(5) > 0) {
                links.add(
                        random.nextBoolean() || link.from().startsWith("users")
                                ? link
                                : anyLink(link.from(), link.to()));
            }
        }
        return now.withNodes(nodes).withLinks(links);
    }

    private Node.Server server(String id) {
        return new Node.Server(
                id,
                null,
                1 + random.nextInt(3),
                latency(),
                random.nextBoolean() ? random.nextInt(5) : Integer.MAX_VALUE,
                random.nextBoolean() ? 1 + random.nextInt(8) : Integer.MAX_VALUE,
                Duration.ofMillis(random.nextInt(3)),
                random.nextBoolean() ? "eu" : null,
                null,
                random.nextInt(3) == 0 ? new ColdStart(1 + random.nextInt(4), Duration.ofMillis(300)) : null,
                random.nextInt(3) == 0 ? new SessionState(null, Duration.ofMillis(200), 1) : null);
    }

    private Node.LoadBalancer balancer(String id) {
        boolean layer7 = random.nextBoolean();
        return Node.LoadBalancer.of(id).with(lb -> {
            lb.layer = layer7 ? 7 : 4;
            lb.balancing = Balancing.of(algorithm());
            lb.cores = 1 + random.nextInt(2);
            lb.cost = Duration.ofNanos(random.nextInt(3) * 10_000);
            lb.sticky = layer7
                    ? Sticky.of(Sticky.By.values()[random.nextInt(3)])
                    : random.nextBoolean() ? Sticky.OFF : Sticky.ADDRESS;
            lb.rules = layer7 && random.nextBoolean() ? List.of(new Rule.Path("/api/*", "api")) : List.of();
            lb.tls = random.nextBoolean() ? Tls.PASS_THROUGH : new Tls(Tls.Mode.TERMINATE, Duration.ofMillis(1));
            lb.region = random.nextBoolean() ? "us" : null;
        });
    }

    private Link anyLink(String from, String to) {
        return Link.of(from, to, latency()).with(link -> {
            link.weight = random.nextInt(4);
            link.backup = random.nextInt(5) == 0;
            link.down = random.nextInt(8) == 0;
            link.limit = random.nextBoolean() ? Defaults.UNLIMITED : 1 + random.nextInt(5);
            link.pool = random.nextInt(3) == 0 ? "api" : Link.DEFAULT_POOL;
        });
    }

    private Node.Clients clients(String id) {
        Systems.ClientsBuilder clients = Systems.clients(id, arrivals())
                .users(1 + random.nextInt(20))
                .regions(random.nextBoolean() ? Map.of() : Map.of("eu", 1.0, "us", 2.0))
                .keys(new Keys.Zipf(100, 0.9))
                .sessionRequests(random.nextInt(4))
                .retries(retries());
        if (random.nextInt(3) == 0) {
            clients.hedge(new Hedge(Duration.ofMillis(1 + random.nextInt(20)), 1 + random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            clients.keepAlive(
                    random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(5),
                    Duration.ofMillis(1 + random.nextInt(100)));
        }
        if (random.nextBoolean()) {
            clients.tls();
        }
        if (random.nextInt(3) > 0) {
            clients.timeout(Duration.ofMillis(1 + random.nextInt(40)));
        }
        if (random.nextBoolean()) {
            clients.kinds(List.of(
                    new Node.Clients.KindShare(1, RequestKind.PLAIN),
                    new Node.Clients.KindShare(2, new RequestKind("/api/x", Map.of(), Map.of()))));
        }
        return clients.build();
    }

    private Retries retries() {
        Retries retries =
                new Retries(1 + random.nextInt(3), Duration.ofMillis(random.nextInt(20)), Duration.ofMillis(50), 0.5);
        if (random.nextInt(3) == 0) {
            retries = retries.total(Duration.ofMillis(1 + random.nextInt(60)));
        }
        if (random.nextInt(3) == 0) {
            retries = retries.budget(new Retries.Budget(random.nextInt(3) * 0.1, random.nextInt(3)));
        }
        return random.nextInt(3) == 0 ? retries.on(Set.of(Outcome.TIMED_OUT, Outcome.REJECTED)) : retries;
    }

    private Arrivals arrivals() {
        return switch (random.nextInt(5)) {
            case 0 -> new Arrivals.Poisson(random.nextInt(1_000));
            case 1 -> new Arrivals.Constant(random.nextInt(1_000));
            case 2 -> new Arrivals.Bursty(1_000, Duration.ofMillis(50), Duration.ofMillis(100));
            case 3 ->
                new Arrivals.Curve(List.of(
                        new Arrivals.Curve.Point(Duration.ZERO, 100),
                        new Arrivals.Curve.Point(Duration.ofSeconds(1), 900),
                        new Arrivals.Curve.Point(Duration.ofSeconds(2), 0)));
            default -> new Arrivals.Closed(latency());
        };
    }

    private Distribution latency() {
        Duration mean = Duration.ofNanos(random.nextInt(5_000) * 1_000L);
        return switch (random.nextInt(6)) {
            case 0 -> new Distribution.Uniform(Duration.ZERO, mean);
            case 1 -> new Distribution.Normal(mean, mean);
            case 2 -> new Distribution.LogNormal(mean, mean);
            case 3 -> exponential(random.nextInt(5_000));
            default -> fixed(random.nextInt(5) * 500L);
        };
    }

    private Algorithm algorithm() {
        return Algorithm.values()[random.nextInt(Algorithm.values().length)];
    }
}
