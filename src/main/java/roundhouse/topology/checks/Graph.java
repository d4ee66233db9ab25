package roundhouse.topology.checks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/** Nodes and the links between them as they are put together one by one, and why a link may not be. */
public final class Graph {
    /** See {@link #round}. */
    public static final int LAST_ROUND = 3;

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> targets = new HashMap<>();
    private final Map<String, Set<String>> sources = new HashMap<>();
    /** The other balancer of a pair that shares an address. */
    private final Map<String, String> peers = new HashMap<>();
    /** The store that each member is of, and those that are linked with it. */
    private final Map<String, Store> stores = new HashMap<>();

    private final Map<String, Set<String>> fellows = new HashMap<>();

    public static Graph of(Topology topology) {
        Graph graph = new Graph();
        topology.nodes().forEach(graph::add);
        topology.stores().forEach(graph::add);
        topology.links().forEach(graph::add);
        return graph;
    }

    public void add(Store store) {
        store.members().forEach(member -> stores.putIfAbsent(member, store));
    }

    public void add(Node node) {
        nodes.putIfAbsent(node.id(), node);
    }

    public void add(Link link) {
        if (link.isHeartbeat()) {
            peers.put(link.from(), link.to());
            peers.put(link.to(), link.from());
        } else if (joinsMembers(link.from(), link.to())) {
            fellows.computeIfAbsent(link.from(), _ -> new LinkedHashSet<>()).add(link.to());
            fellows.computeIfAbsent(link.to(), _ -> new LinkedHashSet<>()).add(link.from());
        } else {
            targets.computeIfAbsent(link.from(), _ -> new LinkedHashSet<>()).add(link.to());
            sources.computeIfAbsent(link.to(), _ -> new LinkedHashSet<>()).add(link.from());
        }
    }

    public void remove(String id) {
        nodes.remove(id);
        targets(id).forEach(target -> sources(target).remove(id));
        sources(id).forEach(source -> targets(source).remove(id));
        targets.remove(id);
        sources.remove(id);
        fellows(id).forEach(fellow -> fellows(fellow).remove(id));
        fellows.remove(id);
        String peer = peers.remove(id);
        if (peer != null) {
            peers.remove(peer);
        }
    }

    /** Whether these are members of one store, so that a link between them carries its messages. */
    public boolean joinsMembers(String one, String other) {
        Store store = stores.get(one);
        return store != null && store.equals(stores.get(other));
    }

    /** The store that a node is a member of; null for none. */
    public @Nullable Store store(String member) {
        return stores.get(member);
    }

    /** The other members of its store to which a link goes, in either direction. */
    public Set<String> fellows(String id) {
        return fellows.getOrDefault(id, Set.of());
    }

    public @Nullable Node node(String id) {
        return nodes.get(id);
    }

    public Collection<String> ids() {
        return nodes.keySet();
    }

    /** The balancer that shares this one's address, by their heartbeat link; null when it stands alone. */
    public @Nullable String peer(String id) {
        return peers.get(id);
    }

    /** Where links for requests lead from a node, in the order they were added. */
    public Set<String> targets(String id) {
        return targets.getOrDefault(id, Set.of());
    }

    /** Where links for requests come from to a node. */
    public Set<String> sources(String id) {
        return sources.getOrDefault(id, Set.of());
    }

    /** Why this link cannot be added, in a sentence; empty when it can. Cycles are found apart. */
    public Optional<String> refusal(Link link) {
        String from = link.from();
        String to = link.to();
        Node source = nodes.get(from);
        Node target = nodes.get(to);
        if (source == null) {
            return Optional.of("no node has the id " + Json.quoted(from) + meant(from));
        }
        if (target == null) {
            return Optional.of("no node has the id " + Json.quoted(to) + meant(to));
        }
        if (from.equals(to)) {
            return Optional.of("a node cannot be linked to itself");
        }
        if (link.isHeartbeat()) {
            return heartbeatRefusal(source, target);
        }
        if (joinsMembers(from, to)) {
            return fellows(from).contains(to)
                    ? Optional.of(from + " and " + to + " are already linked; members talk over one link both ways")
                    : Optional.empty();
        }
        Optional<String> byItsEnd = target.linkHereRefusal();
        if (byItsEnd.isPresent()) {
            return byItsEnd;
        }
        if (target.keepsData() && !source.asksKeepers()) {
            return Optional.of(to + " is " + target.settings().what() + ", which only "
                    + (target.storesData() ? "servers and caches ask" : "servers ask")
                    + "; a server between answers requests");
        }
        if (source.keepsData() && (source.storesData() || !target.storesData())) {
            return Optional.of(from + " is " + source.settings().what() + ", which asks "
                    + (source.storesData() ? "nobody" : "a database only"));
        }
        if (targets(from).contains(to) || to.equals(peer(from))) {
            return Optional.of(from + " is already linked to " + to);
        }
        Optional<String> byName = nameRefusal(source, target);
        if (byName.isPresent()) {
            return byName;
        }
        if (source.sendsOverOneLink() && target.standsForOthers()) {
            return Optional.of(source.settings().plural().toLowerCase(Locale.ROOT)
                    + " send everything over one link, and " + to + " stands for " + target.count()
                    + " servers; put a load balancer between");
        }
        if (source.sendsOverOneLink()
                && !targets(from).isEmpty()
                && !isPairWith(to, targets(from))
                && !isNamedTo(source, target)) {
            return Optional.of(source.settings().plural().toLowerCase(Locale.ROOT)
                    + " send everything over one link, and " + from + " is already linked to "
                    + targets(from).iterator().next() + "; put a load balancer between");
        }
        return Optional.empty();
    }

    /** Only clients ask for names, and a name stands for what takes requests. */
    private Optional<String> nameRefusal(Node source, Node target) {
        if (target.namesTargets() && !source.asksForNames()) {
            return Optional.of(target.id() + " is " + target.settings().what() + ", which only clients ask");
        }
        String server = nameServer(source);
        if (server == null) {
            return Optional.empty();
        }
        if (target.namesTargets()) {
            return Optional.of(source.id() + " already asks " + server + " for names");
        }
        return targets(server).contains(target.id())
                ? Optional.empty()
                : Optional.of(source.id() + " asks " + server + " where to send, which does not name " + target.id()
                        + "; link " + server + " to " + target.id() + " first");
    }

    /** The node that it asks for names; null when it asks none. */
    private @Nullable String nameServer(Node source) {
        if (!source.asksForNames()) {
            return null;
        }
        // The first, if any: nothing else is linked before it.
        for (String id : targets(source.id())) {
            Node target = nodes.get(id);
            if (target != null && target.namesTargets()) {
                return id;
            }
        }
        return null;
    }

    /** Who asks for names may have a link of its own to each of those that are named. */
    private boolean isNamedTo(Node source, Node target) {
        String server = nameServer(source);
        return server != null && targets(server).contains(target.id());
    }

    /**
     * In which round a link is added, so that all that decides whether it may be is there: heartbeats first, for they decide whether
     * clients may have two links, and then what concerns names.
     */
    public int round(Link link) {
        if (link.isHeartbeat()) {
            return 0;
        }
        Node source = nodes.get(link.from());
        Node target = nodes.get(link.to());
        return source != null && source.namesTargets() ? 1 : target != null && target.namesTargets() ? 2 : LAST_ROUND;
    }

    /** Who sends to a pair knows both, because the address they send to is now the one's and now the other's. */
    private boolean isPairWith(String id, Set<String> others) {
        String peer = peer(id);
        return peer != null && others.size() == 1 && others.contains(peer);
    }

    private Optional<String> heartbeatRefusal(Node source, Node target) {
        if (!source.pairs() || !target.pairs()) {
            return Optional.of("a heartbeat joins two load balancers");
        }
        if (targets(source.id()).contains(target.id())) {
            return Optional.of(source.id() + " is already linked to " + target.id());
        }
        for (Node node : List.of(source, target)) {
            String peer = peer(node.id());
            if (peer != null) {
                return Optional.of(node.id() + " has a heartbeat with " + peer + "; a pair is two balancers");
            }
        }
        return Optional.empty();
    }

    private String meant(String id) {
        Optional<String> near = Names.nearest(id, nodes.keySet());
        return near.map(name -> "; did you mean " + Json.quoted(name) + "?")
                .orElse(nodes.size() > 12 || nodes.isEmpty() ? "" : "; there are " + String.join(", ", nodes.keySet()));
    }

    /** The nodes a request can come to from this one, over any number of links. */
    public Set<String> reachable(String from) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(targets(from));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (seen.add(id)) {
                open.addAll(targets(id));
            }
        }
        return seen;
    }

    /** A cycle, its first node again at the end; empty when there is none. Takes time in proportion to nodes and links. */
    public List<String> cycle() {
        Set<String> finished = new LinkedHashSet<>();
        for (String start : nodes.keySet()) {
            List<String> cycle = finished.contains(start) ? List.of() : cycleFrom(start, finished);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    /** What is wrong with links that lead back to where they began. */
    public String circleProblem(List<String> circle) {
        boolean calls = circle.stream().map(nodes::get).anyMatch(node -> node != null && node.makesCalls());
        return Link.circleProblem(
                calls ? "servers call each other in a circle" : "load balancers send requests in a circle", circle);
    }

    /** Depth first without recursion, because a file may chain a hundred thousand balancers. */
    private List<String> cycleFrom(String start, Set<String> finished) {
        Map<String, Iterator<String>> path = new LinkedHashMap<>();
        path.put(start, targets(start).iterator());
        Deque<String> ends = new ArrayDeque<>(List.of(start));
        while (!ends.isEmpty()) {
            String here = ends.getLast();
            Iterator<String> onward = path.getOrDefault(here, List.<String>of().iterator());
            if (!onward.hasNext()) {
                finished.add(here);
                path.remove(here);
                ends.removeLast();
                continue;
            }
            String to = onward.next();
            if (path.containsKey(to)) {
                List<String> cycle = new ArrayList<>(path.keySet());
                cycle = new ArrayList<>(cycle.subList(cycle.indexOf(to), cycle.size()));
                cycle.add(to);
                return cycle;
            }
            if (!finished.contains(to)) {
                path.put(to, targets(to).iterator());
                ends.addLast(to);
            }
        }
        return List.of();
    }
}
