package roundhouse.live.http;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.parts.Rule;

/**
 * The headers and cookies that anything in a topology asks about: all others of a real request are left out of what the run sees of it,
 * for of each different request it remembers what its rules say.
 *
 * @param headers in lower case
 */
record NamedFields(Set<String> headers, Set<String> cookies) {
    static NamedFields of(Topology topology) {
        Set<String> headers = new TreeSet<>();
        Set<String> cookies = new TreeSet<>();
        topology.nodes().forEach(node -> {
            if (node instanceof LoadBalancer balancer) {
                for (Rule rule : balancer.rules()) {
                    add(headers, rule.header());
                    if (rule.cookie() != null) {
                        cookies.add(rule.cookie());
                    }
                }
                add(headers, balancer.sticky().header());
                balancer.limits().forEach(limit -> add(headers, limit));
            } else if (node instanceof Server server) {
                server.limits().forEach(limit -> add(headers, limit));
            }
        });
        return new NamedFields(headers, cookies);
    }

    private static void add(Set<String> headers, Limit limit) {
        add(headers, limit.header());
    }

    private static void add(Set<String> headers, @org.jspecify.annotations.Nullable String name) {
        if (name != null) {
            headers.add(name.toLowerCase(Locale.ROOT));
        }
    }
}
