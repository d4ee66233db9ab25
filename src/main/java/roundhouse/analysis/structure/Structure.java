package roundhouse.analysis.structure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Graph;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/** A topology in which checks find nodes and links by name, so that checking all takes time in proportion to what there is. */
final class Structure {
    private final Topology topology;
    private final Graph graph;
    private final ZoneOffer zones;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Link>> links = new HashMap<>();
    /** The longest mean service time of the servers that a request from a node can come to. */
    private final Map<String, Duration> slowest = new HashMap<>();

    Structure(Topology topology) {
        this.topology = topology;
        graph = Graph.of(topology);
        zones = new ZoneOffer(topology);
        topology.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (Link link : topology.links()) {
            if (!link.isHeartbeat()) {
                links.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link);
            }
        }
        topology.nodes().stream()
                .filter(Server.class::isInstance)
                .map(Server.class::cast)
                .sorted(Comparator.comparing((Server server) -> server.service().mean())
                        .reversed())
                .forEach(server -> spread(server.id(), server.service().mean()));
    }

    /** Tells all who can come to a server of its service time, but for those who can come to a slower one and know that. */
    private void spread(String server, Duration mean) {
        Deque<String> open = new ArrayDeque<>(graph.sources(server));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (slowest.putIfAbsent(id, mean) == null) {
                open.addAll(graph.sources(id));
            }
        }
    }

    /** How many nodes the links lead to; one link can lead to several. */
    int targets(List<Link> to) {
        return to.stream()
                .mapToInt(link -> node(link.to()).map(Node::count).orElse(1))
                .sum();
    }

    /** How balancers part their requests between zones. */
    ZoneOffer zones() {
        return zones;
    }

    /** The longest mean service time of the servers that a request from this node can come to; zero where it comes to none. */
    Duration slowest(String id) {
        return slowest.getOrDefault(id, Duration.ZERO);
    }

    List<Node> nodes() {
        return topology.nodes();
    }

    List<Link> links() {
        return topology.links();
    }

    Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** The links for requests that begin at a node. */
    List<Link> linksFrom(String id) {
        return links.getOrDefault(id, List.of());
    }

    /** Where links for requests lead from a node. */
    Set<String> targets(String id) {
        return graph.targets(id);
    }

    /** Where links for requests come from to a node. */
    Set<String> sources(String id) {
        return graph.sources(id);
    }

    /** The nodes that a request from this one can come to, over any number of links. */
    Set<String> reachable(String from) {
        return graph.reachable(from);
    }

    /** The nodes that any request can come to. */
    Set<String> reachable() {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (Node node : nodes()) {
            if (!node.takesRequests()) {
                open.addAll(targets(node.id()));
            }
        }
        while (!open.isEmpty()) {
            String id = open.pop();
            if (reached.add(id)) {
                open.addAll(targets(id));
            }
        }
        return reached;
    }
}
