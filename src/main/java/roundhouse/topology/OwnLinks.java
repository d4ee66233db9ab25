package roundhouse.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * Who sends everything over one link may have further ones for a reason only: to the other balancer of a pair, or to those that the
 * DNS node it asks names. When the reason is gone, these links go too.
 */
final class OwnLinks {
    private OwnLinks() {}

    /** The topology without the links that have lost their reason. */
    static Topology in(Topology topology) {
        List<Link> lost = topology.nodes().stream()
                .filter(Node::sendsOverOneLink)
                .flatMap(node -> lost(topology, topology.linksFrom(node.id())))
                .toList();
        Topology left = topology;
        for (Link link : lost) {
            left = left.withoutLink(link.from(), link.to());
        }
        return left;
    }

    private static Stream<Link> lost(Topology topology, List<Link> own) {
        Optional<Link> asking = own.stream()
                .filter(link ->
                        topology.node(link.to()).filter(Node::namesTargets).isPresent())
                .findFirst();
        return asking.isPresent()
                ? own.stream()
                        .filter(link -> link != asking.get()
                                && topology.link(asking.get().to(), link.to()).isEmpty())
                : own.stream().skip(1).filter(link -> !arePair(topology, own, link));
    }

    /** Whether the link is one of two, to the two balancers of a pair. */
    private static boolean arePair(Topology topology, List<Link> own, Link link) {
        String first = own.getFirst().to();
        return own.size() == 2
                && Stream.of(topology.link(first, link.to()), topology.link(link.to(), first))
                        .flatMap(Optional::stream)
                        .anyMatch(Link::isHeartbeat);
    }
}
