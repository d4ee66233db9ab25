package roundhouse.analysis.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.naming.AnswerType;
import roundhouse.routing.RequestKind;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;
import roundhouse.topology.nodes.traffic.DeclaredLoad;

/**
 * How many requests a second each node is offered when clients send the most they do. Algorithms that do not look at load split by
 * weight or evenly; those that do are taken to split by capacity, which is the best they could.
 */
public final class Offered {
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

    /** A kind of request, and whether it reads. */
    private record Sort(RequestKind kind, boolean read) {}

    /** Requests a second by node id, of all clients or only of those that never send less. */
    public static Map<String, Double> rates(Topology topology, boolean steadyOnly) {
        Offered offered = new Offered(topology);
        Map<Sort, Map<String, Double>> begun = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            if (node instanceof Clients clients && (!steadyOnly || DeclaredLoad.steady(clients.arrivals()))) {
                offered.begin(clients, begun);
            }
        }
        begun.forEach(offered::send);
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

    /** Adds what the clients send to the nodes where that arrives first, apart for each sort of request. */
    private void begin(Clients clients, Map<Sort, Map<String, Double>> begun) {
        double rate = DeclaredLoad.peak(clients.arrivals());
        for (SentKind sent : SentKind.of(clients)) {
            List<Link> asked = from(clients.id()).stream()
                    .filter(link -> nodes.get(link.to()) instanceof Dns)
                    .toList();
            // Of a pair that shares an address, the one of higher priority.
            (asked.isEmpty() ? from(clients.id()) : asked)
                    .stream()
                            .max(Comparator.comparingInt(this::priority))
                            .ifPresent(link -> begun.computeIfAbsent(
                                            new Sort(sent.kind(), sent.read()), _ -> new HashMap<>())
                                    .merge(link.to(), rate * sent.share(), Double::sum));
        }
    }

    private void send(Sort sort, Map<String, Double> arriving) {
        for (Node node : downstream) {
            double here = arriving.getOrDefault(node.id(), 0.0);
            if (here > 0) {
                rates.merge(node.id(), here, Double::sum);
                if (node instanceof LoadBalancer balancer) {
                    pass(balancer, sort, here, arriving);
                } else if (node instanceof Dns dns) {
                    name(dns, here, arriving);
                } else if (node instanceof Server server) {
                    call(server, sort.kind(), here, arriving);
                } else {
                    from(node.id()).forEach(link -> arriving.merge(link.to(), here, Double::sum));
                }
            }
        }
    }

    /** Requests go to those that are named, by weight or in equal parts, or all to the first. */
    private void name(Dns dns, double rate, Map<String, Double> arriving) {
        boolean weighted = dns.answers() == AnswerType.WEIGHTED;
        List<Link> able = from(dns.id()).stream()
                .filter(link -> !link.down() && !(weighted && link.weight() == 0))
                .toList();
        List<Link> primaries = able.stream().filter(link -> !link.backup()).toList();
        List<Link> named = primaries.isEmpty() ? able : primaries;
        if (dns.answers() == AnswerType.FAILOVER && !named.isEmpty()) {
            arriving.merge(named.getFirst().to(), rate, Double::sum);
            return;
        }
        double sum =
                named.stream().mapToDouble(link -> weighted ? link.weight() : 1).sum();
        named.forEach(link -> arriving.merge(link.to(), rate * (weighted ? link.weight() : 1) / sum, Double::sum));
    }

    /** A server asks its store for each request, and makes its calls, here without any that are sent again. */
    private void call(Server server, RequestKind kind, double rate, Map<String, Double> arriving) {
        for (Link link : from(server.id())) {
            double times = link.to().equals(server.store()) ? 1 : 0;
            for (ServiceCall call : server.calls()) {
                times += call.to().equals(link.to()) && call.concerns(kind) ? call.count() * call.share() : 0;
            }
            if (times > 0) {
                arriving.merge(link.to(), rate * times, Double::sum);
            }
        }
    }

    private int priority(Link link) {
        return nodes.get(link.to()) instanceof LoadBalancer balancer
                ? balancer.failover().priority()
                : 0;
    }

    private void pass(LoadBalancer balancer, Sort sort, double rate, Map<String, Double> arriving) {
        List<Link> pool = Pools.usable(Pools.among(from(balancer.id()), Pools.of(balancer, sort.kind(), sort.read())));
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
