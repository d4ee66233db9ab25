package roundhouse.simulation.observing.recognising;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.calls.ServiceCall;

/**
 * How many calls one request of a clients node can become at most at each server, when everything that can be sent again is. The links
 * have no circle, so one walk along them, each node after all that send to it, is enough.
 */
final class MostCalls {
    private final Map<String, Double> most = new LinkedHashMap<>();

    /** @param attempts how often the clients send a request at most */
    MostCalls(Topology topology, String clients, int attempts) {
        most.put(clients, (double) attempts);
        Map<String, Integer> before = new LinkedHashMap<>();
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (Link link : topology.links()) {
            if (!link.isHeartbeat()) {
                before.merge(link.to(), 1, Integer::sum);
                targets.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
            }
        }
        Deque<Node> ready = new ArrayDeque<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Node node : topology.nodes()) {
            nodes.put(node.id(), node);
            if (!before.containsKey(node.id())) {
                ready.add(node);
            }
        }
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            for (String to : targets.getOrDefault(node.id(), List.of())) {
                most.merge(to, at(node.id()) * times(node, to), Double::sum);
                Node target = nodes.get(to);
                if (before.merge(to, -1, Integer::sum) == 0 && target != null) {
                    ready.add(target);
                }
            }
        }
    }

    private static double times(Node node, String to) {
        return switch (node) {
            case LoadBalancer balancer -> balancer.passOn().attempts();
            case Server server -> {
                double times = to.equals(server.store()) ? 1 : 0;
                for (ServiceCall call : server.calls()) {
                    int hedges = call.hedge() == null ? 0 : call.hedge().most();
                    times += call.to().equals(to)
                            ? call.count() * (call.retries().attempts() + hedges)
                            : 0;
                }
                yield times;
            }
            default -> 1;
        };
    }

    /** At the node of that id. */
    double at(String id) {
        return most.getOrDefault(id, 0.0);
    }
}
