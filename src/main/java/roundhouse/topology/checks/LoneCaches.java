package roundhouse.topology.checks;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/**
 * Finds the caches that have nothing to load from, such as one that was added to servers that read no database: what it does not hold is
 * refused, and so is every request from then on. Such a topology is sound all the same.
 */
public final class LoneCaches {
    private LoneCaches() {}

    /** The caches that somebody asks where neither they nor who asks has a database. */
    public static List<Node> in(Topology topology) {
        return topology.nodes().stream()
                .filter(CacheNode.class::isInstance)
                .filter(cache -> !reads(topology, cache.id()))
                .filter(cache -> topology.links().stream()
                        .anyMatch(link -> link.to().equals(cache.id()) && !reads(topology, link.from())))
                .toList();
    }

    private static boolean reads(Topology topology, String id) {
        return topology.linksFrom(id).stream()
                .map(Link::to)
                .flatMap(to -> topology.node(to).stream())
                .anyMatch(Node::storesData);
    }
}
