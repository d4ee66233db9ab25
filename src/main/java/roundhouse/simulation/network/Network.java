package roundhouse.simulation.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.balancing.VrrpPairs;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.NodeMetrics;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.storing.ReplicatedStores;
import roundhouse.topology.Expansion;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;

/**
 * The components of a run, kept in step with its topology. What both the old topology and the new one have goes on with what it is
 * doing; what is gone gets no new attempts but finishes those it has.
 */
public final class Network {
    private record Ends(String from, String to) {}

    private final RunContext context;
    private final Map<String, NodeComponent> nodes = new LinkedHashMap<>();
    private final Map<Ends, LinkComponent> links = new LinkedHashMap<>();
    private final Map<String, Node> nodesById = new HashMap<>();
    private final Map<Ends, Link> linksByEnds = new HashMap<>();
    private final List<NodeComponent> everySource = new ArrayList<>();
    private final VrrpPairs pairs;
    private final InvalidationMessages messages;
    private final ReplicatedStores stores;
    private final Stacks stacks = new Stacks();
    /** What it became. */
    private Topology document = Topology.EMPTY;
    /** The document with every node that another one stands for. */
    private Topology topology = Topology.EMPTY;

    private boolean stacked;
    private int[] nodePlaces = {};
    private int[] linkPlaces = {};
    /** Components in the topology's order. */
    private NodeComponent[] nodeOrder = {};

    private LinkComponent[] linkOrder = {};

    /** Those that were removed, in the order of that: what happened there is still told. */
    private final List<NodeComponent> removedNodes = new ArrayList<>();

    private final Map<String, List<NodeComponent>> removedById = new LinkedHashMap<>();

    private final List<LinkComponent> removedLinks = new ArrayList<>();

    public Network(RunContext context) {
        this.context = context;
        pairs = new VrrpPairs(context);
        messages = new InvalidationMessages(context, this);
        context.broadcast = messages;
        stores = new ReplicatedStores(context);
    }

    /** The system that runs: each node of it is one component. */
    public Topology topology() {
        return topology;
    }

    /** The same as a document has it, where one node can stand for several. */
    public Topology document() {
        return document;
    }

    /** Whether a node of the document stands for others. */
    public boolean hasStacks() {
        return stacked;
    }

    /** For each node that runs, the place of the document's node that stands for it. */
    public int[] nodePlaces() {
        return nodePlaces;
    }

    /** For each link that is there, the place of the document's link that stands for it. */
    public int[] linkPlaces() {
        return linkPlaces;
    }

    /** Who stands for whom. */
    public Stacks stacks() {
        return stacks;
    }

    /** Tells where messages are that something was written. Changes nothing. */
    public void messages(MessageVisitor visitor) {
        messages.underWay(visitor);
    }

    @Nullable
    public NodeComponent node(String id) {
        return nodes.get(id);
    }

    @Nullable
    public LinkComponent link(String from, String to) {
        return links.get(new Ends(from, to));
    }

    /** The round trips of all requests that ended, of all clients together. */
    public Latencies roundTrips() {
        Latencies all = new Latencies(NodeMetrics.ROUND_TRIP_DIGITS);
        everySource.forEach(source -> all.add(source.metrics.latency));
        return all;
    }

    /** All nodes there ever were that begin requests; removed ones too, because their requests still end. */
    public List<NodeComponent> everySource() {
        return everySource;
    }

    public NodeComponent[] nodes() {
        return nodeOrder;
    }

    public LinkComponent[] links() {
        return linkOrder;
    }

    public ReplicatedStores stores() {
        return stores;
    }

    public VrrpPairs pairs() {
        return pairs;
    }

    /** Nodes that were removed, in the order of that; one that was added again is another one. */
    public List<NodeComponent> removedNodes() {
        return removedNodes;
    }

    /** Links that were removed, in the order of that. */
    public List<LinkComponent> removedLinks() {
        return removedLinks;
    }

    /** All nodes there ever were, those that were removed first. */
    public List<NodeComponent> everyNode() {
        List<NodeComponent> every = new ArrayList<>(removedNodes);
        every.addAll(Arrays.asList(nodeOrder));
        return every;
    }

    /** All nodes there ever were of that id, the one that is there last. */
    public List<NodeComponent> everyNode(String id) {
        List<NodeComponent> every = new ArrayList<>(removedById.getOrDefault(id, List.of()));
        NodeComponent there = nodes.get(id);
        if (there != null) {
            every.add(there);
        }
        return every;
    }

    /** All links there ever were, those that were removed first. */
    public List<LinkComponent> everyLink() {
        List<LinkComponent> every = new ArrayList<>(removedLinks);
        every.addAll(Arrays.asList(linkOrder));
        return every;
    }

    /** Becomes that topology. Returns what changed, in words. */
    public List<String> become(Topology next) {
        document = next;
        stacks.become(next);
        Expansion expansion = Expansion.of(next, stacks::standsFor, stacks::isLinked);
        stacks.begun();
        topology = expansion.topology();
        nodePlaces = expansion.nodes();
        linkPlaces = expansion.links();
        stacked = expansion.isMore();
        context.balancerZones.become(topology);
        context.titles.follow(topology);
        context.stores.become(topology.stores());
        nodesById.clear();
        topology.nodes().forEach(node -> nodesById.put(node.id(), node));
        linksByEnds.clear();
        topology.links().forEach(link -> linksByEnds.put(new Ends(link.from(), link.to()), link));
        List<String> changes = new ArrayList<>();
        removeLinks(changes);
        removeNodes(changes);
        List<NodeComponent> added = putNodes(changes);
        measureRegions();
        putLinks(changes);
        order();
        pairs.become(nodeOrder, linkOrder);
        Set<NodeComponent> starting = new LinkedHashSet<>(added);
        starting.addAll(stores.become(topology.stores(), nodeOrder, linkOrder));
        messages.changed();
        starting.forEach(NodeComponent::start);
        return changes;
    }

    /** The regions of all nodes have their numbers by now. */
    private void measureRegions() {
        if (context.regions.measure(topology.regions())) {
            nodes.values().forEach(NodeComponent::regionsChanged);
        }
    }

    private void removeLinks(List<String> changes) {
        for (LinkComponent component : linkOrder) {
            Link link = component.link();
            boolean stays = linksByEnds.containsKey(new Ends(link.from(), link.to()))
                    && sameKind(component.from)
                    && sameKind(component.to);
            if (!stays) {
                component.detach();
                component.index = NodeComponent.GONE;
                removedLinks.add(component);
                links.remove(new Ends(link.from(), link.to()));
                changes.add(words(link) + " removed");
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
                component.removedAtNanos = context.kernel.nowNanos();
                nodes.remove(component.id);
                removedNodes.add(component);
                removedById
                        .computeIfAbsent(component.id, _ -> new ArrayList<>())
                        .add(component);
                changes.add(component.title() + " removed");
            }
        }
    }

    private List<NodeComponent> putNodes(List<String> changes) {
        List<NodeComponent> added = new ArrayList<>();
        for (Node node : topology.nodes()) {
            context.regions.of(node.region());
            NodeComponent component = nodes.get(node.id());
            if (component == null) {
                component = ComponentKinds.create(context, node);
                nodes.put(node.id(), component);
                changes.add(component.title() + " added");
                added.add(component);
                if (component.source() != null) {
                    everySource.add(component);
                }
            } else if (!component.node().equals(node)
                    && !component.node().labelled(null).equals(node.labelled(null))) {
                changes.add(changed(component.title(), NodeKinds.changes(component.node(), node)));
                component.update(node);
            }
            component.node(node);
        }
        return added;
    }

    /** {@code s1 changed: cores 4 → 8}, or without what it was where the form has no words for that. */
    private static String changed(String title, List<String> changes) {
        return title + " changed" + (changes.isEmpty() ? "" : ": " + String.join(", ", changes));
    }

    private void putLinks(List<String> changes) {
        for (Link link : topology.links()) {
            Ends ends = new Ends(link.from(), link.to());
            LinkComponent component = links.get(ends);
            if (component == null) {
                component = new LinkComponent(context, link, at(link.from()), at(link.to()));
                links.put(ends, component);
                component.attach();
                changes.add(words(link) + " added");
            } else if (!component.link().equals(link)) {
                changes.add(changed(words(link), Link.SETTINGS.changes(component.link(), link)));
                component.update(link);
            }
        }
    }

    private String words(Link link) {
        return "link " + context.titles.of(link.from()) + " → " + context.titles.of(link.to());
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
