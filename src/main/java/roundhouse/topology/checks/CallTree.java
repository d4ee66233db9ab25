package roundhouse.topology.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.nodes.calls.ServiceCall;

/**
 * How many calls one request can become, over all tiers and without retries. Each is an attempt of its own, so ten calls in each of eight
 * tiers would be more than any memory holds. Takes time in proportion to nodes, links and calls; the links have no circle.
 */
final class CallTree {
    private static final double MOST = 100_000;

    private final Graph graph;
    private final Map<String, Double> calls = new HashMap<>();

    CallTree(Graph graph) {
        this.graph = graph;
    }

    /** Why a request at that node would become too many calls; empty when it would not. */
    Optional<String> tooMany(Node node) {
        if (node.called().isEmpty()) {
            return Optional.empty();
        }
        double most = of(node.id());
        return most <= MOST
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "a request at %s would become %,.0f calls in all; at most %,.0f are allowed",
                        node.id(),
                        most,
                        MOST));
    }

    /** Depth first without recursion, because a file may chain a hundred thousand servers. */
    private double of(String start) {
        Deque<String> path = new ArrayDeque<>();
        Map<String, Iterator<String>> left = new HashMap<>();
        path.push(start);
        while (!path.isEmpty()) {
            String id = path.element();
            Iterator<String> targets =
                    left.computeIfAbsent(id, _ -> graph.targets(id).iterator());
            if (!targets.hasNext()) {
                calls.put(id, sum(id));
                path.pop();
                continue;
            }
            String target = targets.next();
            if (!calls.containsKey(target)) {
                path.push(target);
            }
        }
        return calls.getOrDefault(start, 0.0);
    }

    /** A server makes all of its calls, a balancer sends each request to one of its targets. */
    private double sum(String id) {
        double sum = 0;
        Node node = graph.node(id);
        if ((node instanceof ServerGroup group ? group.server() : node) instanceof Server server) {
            for (ServiceCall call : server.calls()) {
                sum += call.count() * (1 + calls.getOrDefault(call.to(), 0.0));
            }
        } else {
            for (String target : graph.targets(id)) {
                sum = Math.max(sum, calls.getOrDefault(target, 0.0));
            }
        }
        return sum;
    }
}
