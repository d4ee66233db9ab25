package roundhouse.simulation.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.SessionState;

/** Small topologies and commands by chance, the same for the same seed. */
public final class RandomSystems {
    private final Chance chance;
    private final RandomNodes random;
    private final RandomFaults faults;

    public RandomSystems(long seed) {
        chance = new Chance(seed);
        random = new RandomNodes(chance);
        faults = new RandomFaults(chance);
    }

    /** Up to two clients, up to three balancers, two of them a pair at times, and up to four servers, maybe with a store. */
    public Topology topology() {
        List<Node> nodes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        int servers = chance.between(1, 4);
        int balancers = chance.below(4);
        boolean paired = balancers >= 2 && chance.half();
        for (int i = 0; i < servers; i++) {
            nodes.add(random.server("s" + i));
        }
        store(nodes, links);
        for (int i = 0; i < balancers; i++) {
            nodes.add(random.balancer("lb" + i));
            for (int server = 0; server < servers; server++) {
                if (!chance.oneIn(4)) {
                    links.add(random.link("lb" + i, "s" + server));
                }
            }
        }
        chain(links, balancers, paired);
        clients(nodes, links, balancers, paired);
        List<TimedCommand> scenario = new ArrayList<>();
        Topology topology =
                Systems.system(chance.seed(), nodes, links).withWarmUp(Duration.ofMillis(chance.below(3) * 300L));
        for (int i = chance.below(4); i > 0; i--) {
            scenario.add(Systems.at(chance.below(20) / 10.0, command(topology)));
        }
        return topology.withScenario(scenario);
    }

    /** Now and then the servers share a store. */
    private void store(List<Node> nodes, List<Link> links) {
        if (chance.oneIn(3)) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) instanceof Server server && !chance.oneIn(4)) {
                    nodes.set(i, server.with(Server.STATE, new SessionState("store", Duration.ofMillis(300), 1)));
                    links.add(Systems.link(server.id(), "store", chance.latency()));
                }
            }
            nodes.add(random.server("store"));
        }
    }

    /** The last two balancers are a pair, the first of three stands before both others, or the first of two before the other. */
    private void chain(List<Link> links, int balancers, boolean paired) {
        if (paired) {
            links.add(random.heartbeat("lb" + (balancers - 2), "lb" + (balancers - 1)));
        }
        if (balancers == 3 || (balancers == 2 && !paired && chance.half())) {
            for (int i = 1; i < balancers; i++) {
                links.add(random.link("lb0", "lb" + i));
            }
        }
    }

    private void clients(List<Node> nodes, List<Link> links, int balancers, boolean paired) {
        int clients = chance.between(1, 2);
        for (int i = 0; i < clients; i++) {
            String id = "users" + i;
            nodes.add(random.clients(id));
            if (balancers > 0) {
                links.add(Systems.link(id, "lb0", chance.latency()));
            }
            if (balancers == 2 && paired) {
                links.add(Systems.link(id, "lb1", chance.latency()));
            }
            if (balancers == 0 || chance.oneIn(4)) {
                links.add(Systems.link(id, "s0", chance.latency()));
            }
        }
    }

    /** A topology as a file may hold it, with some failures in its first two seconds. */
    public Topology failing() {
        Topology sound = topology().withScenario(List.of());
        while (!Validation.problems(sound).isEmpty()) {
            sound = topology().withScenario(List.of());
        }
        return faults.failing(sound, chance.between(2, 20), 2_000);
    }

    public Command command(Topology now) {
        List<Node> nodes = now.nodes();
        String id = nodes.isEmpty() || chance.oneIn(20)
                ? "nobody"
                : nodes.get(chance.below(nodes.size())).id();
        return switch (chance.below(10)) {
            case 0, 1, 2, 3 -> faults.fault(now);
            case 4 -> new Command.Slow(id, chance.between(1, 5));
            case 5 -> {
                String added = "n" + chance.below(3);
                yield new Command.Add(random.server(added), List.of(random.link("lb0", added)));
            }
            case 6 -> new Command.Remove(id);
            case 7 -> new Command.SetWeight("lb0", id, chance.below(4));
            case 8 -> new Command.SetAlgorithm("lb" + chance.below(2), Balancing.of(random.algorithm(7)));
            default -> new Command.Revise(revised(now));
        };
    }

    private Topology revised(Topology now) {
        List<Node> nodes = new ArrayList<>();
        for (Node node : now.nodes()) {
            nodes.add(
                    switch (node) {
                        case Clients _ -> chance.half() ? node : random.clients(node.id());
                        case LoadBalancer _ -> chance.half() ? node : random.balancer(node.id());
                        case Server _ -> chance.half() ? node : random.server(node.id());
                        default -> throw new IllegalStateException("no random node of the kind " + node.kind());
                    });
        }
        List<Link> links = new ArrayList<>();
        for (Link link : now.links()) {
            if (!chance.oneIn(5)) {
                links.add(chance.half() || link.from().startsWith("users") ? link : another(link));
            }
        }
        return now.withNodes(nodes).withLinks(links);
    }

    /** Another one between the same nodes; a heartbeat may become a link for requests. */
    private Link another(Link link) {
        return link.isHeartbeat() && !chance.oneIn(4)
                ? random.heartbeat(link.from(), link.to())
                : random.link(link.from(), link.to());
    }
}
