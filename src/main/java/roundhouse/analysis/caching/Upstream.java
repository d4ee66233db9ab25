package roundhouse.analysis.caching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/** What requests come through before they come to a node, and what that does to them. */
final class Upstream {
    private final Topology topology;
    private final Node node;
    private final List<Node> before;

    Upstream(Topology topology, Node node) {
        this.topology = topology;
        this.node = node;
        Set<String> ids = before(topology, node.id());
        before = topology.nodes().stream()
                .filter(other -> ids.contains(other.id()))
                .toList();
    }

    private static Set<String> before(Topology topology, String id) {
        Set<String> ids = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String to = open.remove();
            for (Link link : topology.links()) {
                if (!link.isHeartbeat() && link.to().equals(to) && ids.add(link.from())) {
                    open.add(link.from());
                }
            }
        }
        return ids;
    }

    /** The servers that ask it for data. */
    List<Server> askers() {
        return topology.nodes().stream()
                .filter(Server.class::isInstance)
                .map(Server.class::cast)
                .filter(server -> {
                    DataSettings data = server.data();
                    return data != null && data.keepers().contains(node.id());
                })
                .toList();
    }

    /** Why reads here are not about keys that are drawn each for itself; empty where they are. */
    String notIndependent() {
        for (Node other : before) {
            if (other.caches()) {
                return "the cache of " + other.id() + " has taken the repetitions out before";
            }
            if (other instanceof Server server && !server.called().isEmpty()) {
                return other.id() + " calls others for a request, so several may come of one";
            }
            if (node instanceof Server
                    && other instanceof LoadBalancer balancer
                    && balancer.balancing().algorithm() == Algorithm.HASH) {
                return balancer.id() + " sends each key to a server of its own";
            }
        }
        for (Server server : askers()) {
            DataSettings data = Objects.requireNonNull(server.data());
            if (node instanceof Database && !data.cache().isEmpty()) {
                return "the cache " + data.cache().getFirst() + " has taken the repetitions out before";
            }
            if (data.cache().size() > 1) {
                return "it shares the keys with other caches";
            }
        }
        KeyDistribution keys = keys();
        for (Clients clients : clients()) {
            if (!clients.keys().equals(keys)) {
                return "requests of clients with other keys come together";
            }
        }
        return Popularity.problem(keys);
    }

    private List<Clients> clients() {
        return topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .map(Clients.class::cast)
                .toList();
    }

    /** The keys of the clients. */
    KeyDistribution keys() {
        return clients().isEmpty()
                ? new KeyDistribution.Uniform(1)
                : clients().getFirst().keys();
    }

    /** Why nobody can say beforehand how many requests come here a second, as far as that is due to what they come through. */
    String rateUnknown() {
        for (Node other : before) {
            if (other instanceof LoadBalancer balancer && !balancer.rules().isEmpty()) {
                return "the rules of " + balancer.id() + " part the requests";
            }
        }
        return "";
    }
}
