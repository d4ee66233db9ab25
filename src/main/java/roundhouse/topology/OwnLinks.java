package roundhouse.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * Who sends everything over one link may have further ones for a reason only: to the other balancer of a pair, or to those that the
 * DNS node it asks names. When the reason is gone, these links go too.
 */
final class OwnLinks {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Link> links;

    private OwnLinks(List<Node> nodes, List<Link> links) {
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        this.links = links;
    }

    /** The links that have lost their reason. */
    static List<Link> lost(List<Node> nodes, List<Link> links) {
        OwnLinks own = new OwnLinks(nodes, links);
        return nodes.stream()
                .filter(Node::sendsOverOneLink)
                .flatMap(node -> own.lost(links.stream()
                        .filter(link -> link.from().equals(node.id()))
                        .toList()))
                .toList();
    }

    private Stream<Link> lost(List<Link> own) {
        Optional<Link> asking = own.stream().filter(this::asksForNames).findFirst();
        return asking.isPresent()
                ? own.stream()
                        .filter(link -> !link.equals(asking.get())
                                && joining(asking.get().to(), link.to()).isEmpty())
                : own.stream().skip(1).filter(link -> !arePair(own, link));
    }

    private boolean asksForNames(Link link) {
        Node target = nodes.get(link.to());
        return target != null && target.namesTargets();
    }

    private Optional<Link> joining(String from, String to) {
        return links.stream().filter(link -> link.joins(from, to)).findFirst();
    }

    /** Whether the link is one of two, to the two balancers of a pair. */
    private boolean arePair(List<Link> own, Link link) {
        String first = own.getFirst().to();
        return own.size() == 2
                && Stream.of(joining(first, link.to()), joining(link.to(), first))
                        .flatMap(Optional::stream)
                        .anyMatch(Link::isHeartbeat);
    }
}
