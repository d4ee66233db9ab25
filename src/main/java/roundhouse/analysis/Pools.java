package roundhouse.analysis;

import java.util.List;
import java.util.Locale;
import roundhouse.routing.RequestKind;
import roundhouse.routing.RequestRules.Match;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;

/** Which of a load balancer's links a request may take. */
final class Pools {
    private Pools() {}

    /** The pool of the first rule that matches. */
    static String of(LoadBalancer balancer, RequestKind kind) {
        return balancer.rules().stream()
                .filter(rule -> match(rule).matches(kind))
                .map(Rule::pool)
                .findFirst()
                .orElse(Link.DEFAULT_POOL);
    }

    private static Match match(Rule rule) {
        return switch (rule) {
            case Rule.Path path -> new Match.Path(path.pattern());
            case Rule.Header header -> new Match.Header(header.name().toLowerCase(Locale.ROOT), header.value());
            case Rule.Cookie cookie -> new Match.Cookie(cookie.name(), cookie.value());
        };
    }

    static List<Link> among(List<Link> links, String pool) {
        return links.stream().filter(link -> link.pool().equals(pool)).toList();
    }

    /** The links that are picked while all is well: not down, some weight, and backups only when there is nothing else. */
    static List<Link> usable(List<Link> links) {
        List<Link> able =
                links.stream().filter(link -> !link.down() && link.weight() > 0).toList();
        List<Link> primaries = able.stream().filter(link -> !link.backup()).toList();
        return primaries.isEmpty() ? able : primaries;
    }

    /** How many nodes the links lead to; one link can lead to several. */
    static int targets(Topology topology, List<Link> links) {
        return links.stream()
                .mapToInt(link -> topology.node(link.to()).map(Node::count).orElse(1))
                .sum();
    }
}
