package roundhouse.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;

/**
 * How many requests a second each node is offered when clients send the most they do. Algorithms that do not look at load split by
 * weight or evenly; those that do are taken to split by capacity, which is the best they could.
 */
final class Offered {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Link>> links = new HashMap<>();
    /** Every node after all that send to it, so that one walk along it passes everything on. */
    private final List<Node> downstream = new ArrayList<>();
    /** What a node and all behind it can serve. */
    private final Map<String, Double> capacities = new HashMap<>();

    private final Map<String, Double> rates = new HashMap<>();
    private final ZoneOffer zones;

    private Offered(Topology topology) {
        zones = new ZoneOffer(topology);
        topology.nodes().forEach(node -> nodes.put(node.id(), node));
        topology.links().stream()
                .filter(link -> !link.isHeartbeat())
                .forEach(link -> links.computeIfAbsent(link.from(), _ -> new ArrayList<>())
                        .add(link));
        order(topology);
        for (Node node : downstream.reversed()) {
            capacities.put(
                    node.id(),
                    node.answersRequests()
                            ? node.capacity()
                            : from(node.id()).stream()
                                    .mapToDouble(link -> capacities.getOrDefault(link.to(), 0.0))
                                    .sum());
        }
    }

    /** Requests a second by node id, of all clients or only of those that never send less. */
    static Map<String, Double> rates(Topology topology, boolean steadyOnly) {
        Offered offered = new Offered(topology);
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients && (!steadyOnly || DeclaredLoad.steady(clients.arrivals()))) {
                offered.send(clients);
            }
        }
        return offered.rates;
    }

    private List<Link> from(String id) {
        return links.getOrDefault(id, List.of());
    }

    private void order(Topology topology) {
        Map<String, Integer> waitingFor = new HashMap<>();
        topology.links().stream()
                .filter(link -> !link.isHeartbeat())
                .forEach(link -> waitingFor.merge(link.to(), 1, Integer::sum));
        Deque<Node> ready = new ArrayDeque<>();
        nodes.values().stream()
                .filter(node -> !waitingFor.containsKey(node.id()))
                .forEach(ready::add);
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            downstream.add(node);
            for (Link link : from(node.id())) {
                Node target = nodes.get(link.to());
                if (waitingFor.merge(link.to(), -1, Integer::sum) == 0 && target != null) {
                    ready.add(target);
                }
            }
        }
    }

    private void send(Clients clients) {
        double rate = DeclaredLoad.peak(clients.arrivals());
        for (SentKind sent : SentKind.of(clients)) {
            send(clients, rate * sent.share(), sent);
        }
    }

    private void send(Clients clients, double rate, SentKind sent) {
        Map<String, Double> arriving = new HashMap<>();
        // Of a pair that shares an address, the one of higher priority.
        from(clients.id()).stream()
                .max(Comparator.comparingInt(this::priority))
                .ifPresent(link -> arriving.put(link.to(), rate));
        for (Node node : downstream) {
            double here = arriving.getOrDefault(node.id(), 0.0);
            if (here > 0) {
                rates.merge(node.id(), here, Double::sum);
                if (node instanceof LoadBalancer balancer) {
                    pass(balancer, sent, here, arriving);
                } else {
                    from(node.id()).forEach(link -> arriving.merge(link.to(), here, Double::sum));
                }
            }
        }
    }

    private int priority(Link link) {
        return nodes.get(link.to()) instanceof LoadBalancer balancer
                ? balancer.failover().priority()
                : 0;
    }

    private void pass(LoadBalancer balancer, SentKind sent, double rate, Map<String, Double> arriving) {
        List<Link> pool = Pools.usable(Pools.among(from(balancer.id()), Pools.of(balancer, sent.kind(), sent.read())));
        for (ZoneOffer.Part part : zones.parts(balancer, pool)) {
            if (part.share() > 0) {
                spread(balancer, part.links(), rate * part.share(), arriving);
            }
        }
    }

    private void spread(LoadBalancer balancer, List<Link> links, double rate, Map<String, Double> arriving) {
        double[] parts =
                links.stream().mapToDouble(link -> part(balancer, link)).toArray();
        double total = 0;
        long unlimited = 0;
        for (double part : parts) {
            total += part;
            unlimited += Double.isInfinite(part) ? 1 : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            // Targets that need no time at all take everything, in equal parts.
            double share = unlimited > 0 ? (Double.isInfinite(parts[i]) ? 1.0 / unlimited : 0) : parts[i] / total;
            if (share > 0) {
                arriving.merge(links.get(i).to(), rate * share, Double::sum);
            }
        }
    }

    private double part(LoadBalancer balancer, Link link) {
        return switch (balancer.balancing().algorithm().split()) {
            case EVENLY -> 1;
            case BY_WEIGHT -> link.weight();
            case BY_CAPACITY -> capacities.getOrDefault(link.to(), 0.0);
        };
    }
}
