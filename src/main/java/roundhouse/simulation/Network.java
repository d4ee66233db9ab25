package roundhouse.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;

/**
 * The components of a run, kept in step with its topology. What both the old topology and the new one have goes on with what it is
 * doing; what is gone gets no new calls but finishes those it has.
 */
final class Network {
    private record Ends(String from, String to) {}

    private final RunContext engine;
    private final Map<String, NodeComponent> nodes = new LinkedHashMap<>();
    private final Map<Ends, LinkComponent> links = new LinkedHashMap<>();
    private final Map<String, Node> nodesById = new HashMap<>();
    private final Map<Ends, Link> linksByEnds = new HashMap<>();
    private final List<ClientsComponent> everyClients = new ArrayList<>();
    private final List<VrrpPair> pairs = new ArrayList<>();
    private Topology topology = Topology.EMPTY;
    /** Components in the topology's order. */
    private NodeComponent[] nodeOrder = {};

    private LinkComponent[] linkOrder = {};

    private long givenToRemoved;

    Network(RunContext engine) {
        this.engine = engine;
    }

    Topology topology() {
        return topology;
    }

    @Nullable
    NodeComponent node(String id) {
        return nodes.get(id);
    }

    @Nullable
    LinkComponent link(String from, String to) {
        return links.get(new Ends(from, to));
    }

    /** The latencies of all clients there ever were, together. */
    Latencies roundTrips() {
        Latencies all = new Latencies(ClientsComponent.LATENCY_DIGITS);
        everyClients.forEach(clients -> all.add(clients.metrics.latency));
        return all;
    }

    /** All clients there ever were, for requests of removed ones still end. */
    List<ClientsComponent> everyClients() {
        return everyClients;
    }

    NodeComponent[] nodes() {
        return nodeOrder;
    }

    LinkComponent[] links() {
        return linkOrder;
    }

    List<VrrpPair> pairs() {
        return pairs;
    }

    /** Requests that servers were given which are no nodes any more. */
    long givenToRemoved() {
        return givenToRemoved;
    }

    /** Becomes that topology. Returns what changed, in words. */
    List<String> become(Topology next) {
        topology = next;
        nodesById.clear();
        next.nodes().forEach(node -> nodesById.put(node.id(), node));
        linksByEnds.clear();
        next.links().forEach(link -> linksByEnds.put(new Ends(link.from(), link.to()), link));
        List<String> changes = new ArrayList<>();
        numberRegions();
        removeLinks(changes);
        removeNodes(changes);
        List<ClientsComponent> beginners = putNodes(changes);
        putLinks(changes);
        order();
        pairUp();
        beginners.forEach(ClientsComponent::start);
        return changes;
    }

    private void numberRegions() {
        for (Node node : topology.nodes()) {
            switch (node) {
                case Clients clients ->
                    clients.regions().keySet().stream().sorted().forEach(engine.regions::of);
                case LoadBalancer balancer -> engine.regions.of(balancer.region());
                case Server server -> engine.regions.of(server.region());
            }
        }
        if (engine.regions.measure(topology.regions())) {
            for (NodeComponent node : nodes.values()) {
                if (node instanceof LoadBalancerComponent balancer) {
                    balancer.regionsChanged();
                }
            }
        }
    }

    private void removeLinks(List<String> changes) {
        for (LinkComponent component : linkOrder) {
            Link link = component.link();
            boolean stays = linksByEnds.containsKey(new Ends(link.from(), link.to()))
                    && sameKind(component.from)
                    && sameKind(component.to);
            if (!stays) {
                if (component.to instanceof ServerComponent && !sameKind(component.to)) {
                    givenToRemoved += component.given();
                }
                component.detach();
                component.index = NodeComponent.GONE;
                links.remove(new Ends(link.from(), link.to()));
                changes.add("link " + link.from() + " → " + link.to() + " removed");
            }
        }
    }

    /** Whether the topology has a node of that id and kind. */
    private boolean sameKind(NodeComponent component) {
        Node node = nodesById.get(component.id);
        return node != null && component.represents(node);
    }

    private void removeNodes(List<String> changes) {
        for (NodeComponent component : nodeOrder) {
            if (!sameKind(component)) {
                component.index = NodeComponent.GONE;
                component.retire();
                nodes.remove(component.id);
                changes.add(component.id + " removed");
            }
        }
    }

    private List<ClientsComponent> putNodes(List<String> changes) {
        List<ClientsComponent> beginners = new ArrayList<>();
        for (Node node : topology.nodes()) {
            NodeComponent component = nodes.get(node.id());
            if (component == null) {
                component = create(node);
                nodes.put(node.id(), component);
                changes.add(node.id() + " added");
                if (component instanceof ClientsComponent clients) {
                    beginners.add(clients);
                    everyClients.add(clients);
                }
            } else if (!component.node().labelled(null).equals(node.labelled(null))) {
                component.update(node);
                changes.add(node.id() + " changed");
            }
            component.node(node);
        }
        return beginners;
    }

    private NodeComponent create(Node node) {
        return switch (node) {
            case Clients clients -> new ClientsComponent(engine, clients);
            case LoadBalancer balancer -> new LoadBalancerComponent(engine, balancer);
            case Server server -> new ServerComponent(engine, server);
        };
    }

    private void putLinks(List<String> changes) {
        for (Link link : topology.links()) {
            Ends ends = new Ends(link.from(), link.to());
            LinkComponent component = links.get(ends);
            if (component == null) {
                component = new LinkComponent(engine, link, at(link.from()), at(link.to()));
                links.put(ends, component);
                component.attach();
                changes.add("link " + link.from() + " → " + link.to() + " added");
            } else if (!component.link().equals(link)) {
                component.update(link);
                changes.add("link " + link.from() + " → " + link.to() + " changed");
            }
        }
    }

    /** Heartbeat links make pairs of balancers; those that went take their pairs with them. */
    private void pairUp() {
        pairs.removeIf(pair -> {
            boolean gone =
                    Arrays.stream(linkOrder).noneMatch(link -> link.link().isHeartbeat() && pair.isOf(link));
            if (gone) {
                pair.dissolve();
            }
            return gone;
        });
        pairs.forEach(VrrpPair::update);
        for (LinkComponent link : linkOrder) {
            if (link.link().isHeartbeat() && pairs.stream().noneMatch(pair -> pair.isOf(link))) {
                pairs.add(new VrrpPair(engine, this, link));
            }
        }
    }

    private NodeComponent at(String id) {
        return Objects.requireNonNull(nodes.get(id), () -> "a link names " + id + ", which is not there");
    }

    private void order() {
        nodeOrder = new NodeComponent[topology.nodes().size()];
        for (int i = 0; i < nodeOrder.length; i++) {
            nodeOrder[i] = at(topology.nodes().get(i).id());
            nodeOrder[i].index = i;
        }
        linkOrder = new LinkComponent[topology.links().size()];
        for (int i = 0; i < linkOrder.length; i++) {
            Link link = topology.links().get(i);
            linkOrder[i] = Objects.requireNonNull(links.get(new Ends(link.from(), link.to())));
            linkOrder[i].index = i;
        }
    }
}
