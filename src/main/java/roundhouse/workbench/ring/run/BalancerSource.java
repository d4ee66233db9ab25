package roundhouse.workbench.ring.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Target;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Deletion;
import roundhouse.topology.Position;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.ring.model.RingSource;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.RunPlacement;

/**
 * A load balancer of the document that routes by key, and one of its pools; and, while a run plays it, the placement object that the run uses. Servers are the nodes its links lead to; weights and being down belong to the links.
 */
public final class BalancerSource implements RingSource {
    /** How far below the last server a new one stands, canvas pixels. */
    private static final double BELOW = 120;

    private final Document document;
    private final String balancer;
    private final String pool;
    private final RunPlacements runs;

    public BalancerSource(Document document, String balancer, String pool, RunPlacements runs) {
        this.document = document;
        this.runs = runs;
        this.balancer = balancer;
        this.pool = pool;
    }

    /** The document's load balancers that route by key, in its order. */
    public static List<LoadBalancer> candidates(Topology topology) {
        return topology.nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .filter(node -> node.balancing().algorithm() == Algorithm.HASH)
                .toList();
    }

    /** The pools of a balancer, in the order in which its links name them; the default one where it has no links. */
    public static List<String> pools(Topology topology, String balancer) {
        List<String> pools = topology.links().stream()
                .filter(link -> link.from().equals(balancer) && !link.backup())
                .map(Link::pool)
                .distinct()
                .toList();
        return pools.isEmpty() ? List.of(Link.DEFAULT_POOL) : pools;
    }

    public String balancer() {
        return balancer;
    }

    public String pool() {
        return pool;
    }

    private Optional<LoadBalancer> node() {
        return node(document.topology(), balancer);
    }

    private static Optional<LoadBalancer> node(Topology topology, String balancer) {
        return candidates(topology).stream()
                .filter(node -> node.id().equals(balancer))
                .findFirst();
    }

    /** How a balancer that routes by key does it; null where it is none. */
    public static @Nullable Balancing balancing(Topology topology, String balancer) {
        return node(topology, balancer).map(LoadBalancer::balancing).orElse(null);
    }

    @Override
    public @Nullable RunPlacement running() {
        return runs.of(balancer, pool);
    }

    @Override
    public boolean isPlayed() {
        return runs.isPlayed();
    }

    private List<Link> links(Topology topology) {
        return topology.links().stream()
                .filter(link -> link.from().equals(balancer)
                        && !link.backup()
                        && link.pool().equals(pool))
                .toList();
    }

    @Override
    public RingState state() {
        return new RingState(
                node().map(node -> node.balancing().placement())
                        .orElse(RingState.sketch().settings()),
                links(document.topology()).stream()
                        .flatMap(link -> names(link.to())
                                .map(name -> new Target(
                                        name, link.weight(), zone(link.to()), link.down(), link.hashedText(name))))
                        .toList());
    }

    /** Those that the server stands for. */
    private Stream<String> names(String server) {
        return document.topology().node(server).map(Members::of).orElse(List.of(server)).stream();
    }

    /** The server that stands for the one of that name: often itself. */
    private static String standing(Topology topology, String name) {
        return topology.nodes().stream()
                .filter(node -> Members.of(node).contains(name))
                .map(Node::id)
                .findFirst()
                .orElse(name);
    }

    private @Nullable String zone(String server) {
        return document.topology()
                .node(server)
                .filter(Server.class::isInstance)
                .map(node -> ((Server) node).zone())
                .orElse(null);
    }

    @Override
    public String freeName() {
        return NewNode.server(document.topology()).id();
    }

    @Override
    public void edit(String label, RingState before, RingState after) {
        Topology next = document.topology();
        next = settings(next, after);
        for (Target target : before.targets()) {
            if (after.indexOf(target.name()) < 0) {
                next = leave(next, target.name());
            }
        }
        for (Target target : after.targets()) {
            int known = before.indexOf(target.name());
            if (known < 0) {
                next = join(next, target);
            } else if (!before.targets().get(known).equals(target)) {
                next = change(next, target);
            }
        }
        document.edit(label, next);
    }

    private Topology settings(Topology topology, RingState after) {
        return node().map(node -> topology.with(node.balancing(node.balancing().placed(after.settings()))))
                .orElse(topology);
    }

    /** Removes the server, or only its link when something else leads to it too. */
    private Topology leave(Topology topology, String server) {
        Node standing = topology.node(standing(topology, server)).orElse(null);
        if (standing != null && standing.count() > 1) {
            return topology.with(standing.counting(standing.count() - 1));
        }
        boolean shared = topology.links().stream()
                .anyMatch(link -> link.to().equals(server) && !link.from().equals(balancer));
        return shared ? Deletion.ofLink(topology, balancer, server) : Deletion.of(topology, Set.of(server));
    }

    /** Adds a server like the last one, below it, over a link like the last. */
    private Topology join(Topology topology, Target target) {
        List<Link> links = links(topology);
        Topology next = topology;
        if (next.node(target.name()).isEmpty()) {
            String last = links.isEmpty() ? "" : links.getLast().to();
            next = next.with(server(next, target.name(), last));
            Position place = next.layout().get(last);
            next = place == null ? next : next.at(target.name(), new Position(place.x(), place.y() + BELOW));
        }
        Link link = links.isEmpty()
                ? Link.of(balancer, target.name(), NewNode.LATENCY)
                : like(links.getLast(), target.name());
        return next.with(link.weighted(target.weight()));
    }

    private static Node server(Topology topology, String id, String like) {
        Server usual = topology.node(like)
                .filter(Server.class::isInstance)
                .map(Server.class::cast)
                .orElseGet(() -> NewNode.server(topology));
        return usual.member(id, null);
    }

    private static Link like(Link last, String to) {
        return Link.of(last.from(), to, last.latency())
                .with(Link.LIMIT, last.limit())
                .with(Link.POOL, last.pool());
    }

    private Topology change(Topology topology, Target target) {
        String to = standing(topology, target.name());
        List<Link> links = new ArrayList<>(topology.links());
        links.replaceAll(link -> link.joins(balancer, to)
                ? link.with(Link.WEIGHT, target.weight()).with(Link.DOWN, target.down())
                : link);
        return topology.withLinks(links);
    }

    @Override
    public void undo() {
        document.undo();
    }

    @Override
    public void redo() {
        document.redo();
    }
}
