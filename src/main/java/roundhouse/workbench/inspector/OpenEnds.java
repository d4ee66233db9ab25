package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.parts.Rule;

/**
 * What an edit would send where no link can lead. Files may say that, and the check tells of it; in a form it is a slip. What was said
 * before the edit is not objected to, so that the rest of a field can be edited.
 */
final class OpenEnds {
    private OpenEnds() {}

    /** The first new call or rule that gets nowhere; empty when there is none. */
    static Optional<String> problem(Topology before, Topology next) {
        Map<String, Node> old =
                before.nodes().stream().collect(Collectors.toMap(Node::id, node -> node, (first, _) -> first));
        return next.nodes().stream()
                .filter(node -> !node.equals(old.get(node.id())))
                .flatMap(node -> problem(Optional.ofNullable(old.get(node.id())), next, node).stream())
                .findFirst();
    }

    private static Optional<String> problem(Optional<Node> old, Topology next, Node node) {
        Optional<String> call = call(next, node, old.map(Node::called).orElse(List.of()));
        return call.isPresent() || !(node instanceof LoadBalancer balancer)
                ? call
                : pool(next, balancer, old.map(OpenEnds::pools).orElse(Set.of()));
    }

    private static Optional<String> call(Topology next, Node node, List<String> before) {
        return node.called().stream()
                .filter(called ->
                        !before.contains(called) && next.link(node.id(), called).isEmpty())
                .flatMap(called -> Validation.linkProblem(next, node.id(), called)
                        .map(why -> text("inspector.call-without-link", next.title(node.id()), next.title(called), why))
                        .stream())
                .findFirst();
    }

    private static Optional<String> pool(Topology next, LoadBalancer balancer, Set<String> before) {
        Set<String> linked = next.linksFrom(balancer.id()).stream()
                .filter(link -> !link.isHeartbeat())
                .map(Link::pool)
                .collect(Collectors.toCollection(TreeSet::new));
        return pools(balancer).stream()
                .filter(pool -> !before.contains(pool) && !pool.equals(Link.DEFAULT_POOL) && !linked.contains(pool))
                .map(pool -> linked.isEmpty()
                        ? text("inspector.pool-without-links", balancer.title(), pool)
                        : text("inspector.pool-of-no-link", balancer.title(), pool, String.join(", ", linked)))
                .findFirst();
    }

    private static Set<String> pools(Node node) {
        return node instanceof LoadBalancer balancer
                ? balancer.rules().stream().map(Rule::pool).collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }
}
