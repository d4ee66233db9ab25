package roundhouse.workbench.canvas.gestures;

import java.util.List;
import java.util.Set;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.document.NewNode;

/**
 * The links that a newly placed node gets without being asked for: with what was selected, where requests can flow between the two; else from
 * whoever sends requests to the selected node of its kind; else with the only load balancer. Nothing where there is a choice to be made:
 * two balancers are never linked, and a server never calls another. A cache or a database is asked by the selected servers, or by all.
 */
final class LinkOffer {
    private final String placed;
    private final Node node;
    private Topology topology;

    private LinkOffer(Topology topology, String placed) {
        this.topology = topology;
        this.placed = placed;
        node = topology.node(placed).orElseThrow();
    }

    /**
     * The topology with these links.
     *
     * @param placed a node of it that has none
     * @param selected what was selected before it was placed
     */
    static Topology linked(Topology topology, String placed, Set<String> selected) {
        LinkOffer offer = new LinkOffer(topology, placed);
        List<Node> chosen = topology.nodes().stream()
                .filter(other -> selected.contains(other.id()) && !other.id().equals(placed))
                .toList();
        chosen.forEach(offer::join);
        if (offer.isUnlinked()) {
            chosen.forEach(offer::likeIt);
        }
        if (offer.isUnlinked() && offer.node.keepsData()) {
            offer.byServers();
        } else if (offer.isUnlinked()) {
            offer.byBalancer();
        }
        return offer.topology;
    }

    private boolean isUnlinked() {
        return topology.links().stream()
                .noneMatch(link -> link.from().equals(placed) || link.to().equals(placed));
    }

    /** Links it with the other, whichever way requests flow. */
    private void join(Node other) {
        if (asks(other, node)) {
            link(other.id(), placed);
        } else if (asks(node, other)) {
            link(placed, other.id());
        } else if (sends(other, node)) {
            link(other.id(), placed);
        } else if (sends(node, other)) {
            link(placed, other.id());
        }
    }

    private static boolean sends(Node from, Node to) {
        return to.takesRequests() && (from.picksTargets() ? !to.picksTargets() : !from.takesRequests());
    }

    /** A server asks caches and databases; of caches with databases only one without a server that does so. */
    private static boolean asks(Node from, Node to) {
        return from.asksKeepers() && to.keepsData() && (!from.keepsData() || to.storesData());
    }

    /** Whoever can ask for data, and is no cache, does. */
    private void byServers() {
        topology.nodes().stream()
                .filter(other -> other.asksKeepers() && !other.keepsData())
                .toList()
                .forEach(this::join);
    }

    private void likeIt(Node other) {
        if (other.kind().equals(node.kind())) {
            for (Link link : List.copyOf(topology.links())) {
                boolean fromBalancer =
                        topology.node(link.from()).filter(Node::picksTargets).isPresent();
                if (link.to().equals(other.id()) && fromBalancer && !node.picksTargets()) {
                    link(link.from(), placed);
                }
            }
        }
    }

    private void byBalancer() {
        List<Node> balancers =
                topology.nodes().stream().filter(Node::picksTargets).toList();
        if (balancers.size() != 1) {
            return;
        }
        Node balancer = balancers.getFirst();
        if (!balancer.id().equals(placed)) {
            join(balancer);
            return;
        }
        for (Node other : topology.nodes()) {
            if (topology.links().stream()
                    .noneMatch(link -> link.to().equals(other.id())
                            || (link.from().equals(other.id()) && other.sendsOverOneLink()))) {
                join(other);
            }
        }
    }

    private void link(String from, String to) {
        Link link = Link.of(from, to, NewNode.LATENCY);
        if (Validation.linkProblem(topology, link).isEmpty()) {
            topology = topology.linked(link);
        }
    }
}
