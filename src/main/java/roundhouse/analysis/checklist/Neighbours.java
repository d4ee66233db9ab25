package roundhouse.analysis.checklist;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;

/** Who sends to whom. */
final class Neighbours {
    private Neighbours() {}

    /** The nodes whose requests come here. */
    static List<Node> sources(Node node, Topology topology) {
        return topology.links().stream()
                .filter(link -> !link.isHeartbeat() && link.to().equals(node.id()))
                .flatMap(link -> topology.node(link.from()).stream())
                .toList();
    }

    /** Where its requests go. */
    static List<Node> targets(Node node, Topology topology) {
        return topology.linksFrom(node.id()).stream()
                .map(Link::to)
                .flatMap(id -> topology.node(id).stream())
                .toList();
    }

    /** Whether all that comes to a server comes from nodes that pick among targets, so that it can be several. */
    static boolean isSpread(Node server, Topology topology) {
        List<Node> sources = sources(server, topology);
        return !sources.isEmpty() && sources.stream().allMatch(Node::picksTargets);
    }

    /** The cores of a server, or of each of a group; 0 of what is neither. */
    static int cores(Node node) {
        return switch (node) {
            case Server server -> server.cores();
            case ServerGroup group -> group.server().cores();
            default -> 0;
        };
    }

    /** The most servers that a group comes to by itself. */
    static int most(ServerGroup group) {
        return group.scaling() == null
                ? group.count()
                : Math.max(group.count(), group.scaling().max());
    }

    /** Whether clients send to it themselves. */
    static boolean isFirst(Node node, Topology topology) {
        return sources(node, topology).stream().anyMatch(Clients.class::isInstance);
    }
}
