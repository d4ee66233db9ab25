package roundhouse.analysis.structure;

import java.util.List;
import roundhouse.routing.RequestKind;
import roundhouse.routing.RequestRules;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;

/** Which of a load balancer's links a request may take. */
final class Pools {
    private Pools() {}

    /** The pool of the rule that requests of that kind come under. */
    static String of(LoadBalancer balancer, RequestKind kind, boolean read) {
        int rule = balancer.requestRules().match(kind, read);
        return rule == RequestRules.NO_RULE
                ? Link.DEFAULT_POOL
                : balancer.rules().get(rule).pool();
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
}
