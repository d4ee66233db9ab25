package roundhouse.workbench.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.document.Document;

/** The weights of a node's links, to be set where the node is. */
final class Weights {
    /** A node with more links than this does not list their weights; each link has its own. */
    private static final int MOST = 16;

    private Weights() {}

    /** The weights of those of the links that begin at a load balancer; nothing where there are none or too many. */
    static Optional<Group> group(
            Document document, String title, Predicate<Link> which, Function<Link, String> caption) {
        Topology topology = document.topology();
        List<Line> lines = topology.links().stream()
                .filter(link -> !link.isHeartbeat() && which.test(link) && isFromBalancer(topology, link))
                .limit(MOST + 1L)
                .map(link ->
                        Line.of(document, weight(link), List.of(EditTarget.link(topology, link)), caption.apply(link)))
                .toList();
        return lines.isEmpty() || lines.size() > MOST ? Optional.empty() : Optional.of(new Group(title, true, lines));
    }

    static boolean isFromBalancer(Topology topology, Link link) {
        return isBalancer(topology, link.from());
    }

    static boolean isBalancer(Topology topology, String id) {
        return topology.node(id).filter(LoadBalancer.class::isInstance).isPresent();
    }

    private static FormField<Link> weight(Link link) {
        return Link.SETTINGS.form(link).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.key().equals(Link.WEIGHT.key()))
                .findFirst()
                .orElseThrow();
    }
}
