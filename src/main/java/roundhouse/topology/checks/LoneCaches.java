package roundhouse.workbench.document;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;

/**
 * Tells whoever makes a cache that has nothing to load from, such as by adding one to servers that read no database: what it does not
 * hold is refused, and so is every request from then on.
 */
public final class LoneCaches {
    private LoneCaches() {}

    /** Tells of each as soon as an edit has made it; not of those that a file had. */
    public static void follow(Document document, Notices notices) {
        document.topologyProperty().addListener((_, before, next) -> {
            if (!document.changes().isEmpty()) {
                List<Node> known = in(before);
                in(next).stream()
                        .filter(cache ->
                                known.stream().noneMatch(other -> other.id().equals(cache.id())))
                        .findFirst()
                        .ifPresent(cache ->
                                notices.tell(Notice.hint(text("document.cache-loads-from-nothing", cache.title()))));
            }
        });
    }

    /** The caches that somebody asks where neither they nor who asks has a database. */
    static List<Node> in(Topology topology) {
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
