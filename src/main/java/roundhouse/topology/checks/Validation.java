package roundhouse.topology.checks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.annotations.Annotation;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Links;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.NodeKinds;
import roundhouse.topology.settings.Checks;

/**
 * What is wrong with a topology as a value, whether a file or an edit in the window made it. A topology without problems can be
 * written, read again and run; whether it makes sense is the structure check's question.
 */
public final class Validation {
    private Validation() {}

    /**
     * What is wrong, with JSON pointers into the canonical text and no lines; at most a hundred. While ids are wrong nothing that
     * names them is looked at, nor the scenario while links are, so that one mistake is not told twice.
     */
    public static List<Problem> problems(Topology topology) {
        Problems problems = new Problems();
        document(topology, problems);
        KeyFileChecks.check(topology, problems);
        if (nodes(topology, problems)) {
            layout(topology, problems);
            annotations(topology, problems);
            opened(topology, problems);
            if (links(topology, problems)) {
                ScenarioChecks.check(topology, problems);
                PlacementChecks.check(topology, problems);
            }
            ExpectationChecks.check(topology, problems);
        }
        return problems.inOrder();
    }

    /** Why these two nodes cannot be linked, in a sentence for the person who tries; empty when they can. */
    public static Optional<String> linkProblem(Topology topology, String from, String to) {
        return linkProblem(topology, Link.of(from, to, Link.DEFAULT_LATENCY));
    }

    /** Why this link cannot be added; empty when it can. */
    public static Optional<String> linkProblem(Topology topology, Link link) {
        Graph graph = Graph.of(topology);
        Optional<String> refusal = graph.refusal(link);
        if (refusal.isPresent()) {
            return refusal;
        }
        graph.add(link);
        List<String> cycle = graph.cycle();
        return cycle.isEmpty() ? PlacementChecks.refusal(topology.with(link)) : Optional.of(graph.circleProblem(cycle));
    }

    /**
     * Why the links of a topology that was put together of two cannot be, in a sentence: one of them may lead where only the other has
     * something. Empty when they can.
     */
    public static Optional<String> linksRefusal(Topology topology) {
        Graph graph = new Graph();
        topology.nodes().forEach(graph::add);
        topology.stores().forEach(graph::add);
        for (int round = 0; round <= Graph.LAST_ROUND; round++) {
            for (Link link : topology.links()) {
                if (graph.round(link) == round) {
                    Optional<String> refusal = graph.refusal(link);
                    if (refusal.isPresent()) {
                        return refusal.map(reason -> link.name() + ": " + reason);
                    }
                    graph.add(link);
                }
            }
        }
        List<String> cycle = graph.cycle();
        return cycle.isEmpty() ? Optional.empty() : Optional.of(graph.circleProblem(cycle));
    }

    private static void document(Topology topology, Problems problems) {
        TopologySettings.SETTINGS.check(topology, new Checks("", "the topology", problems));
    }

    /** Whether all ids are right. */
    private static boolean nodes(Topology topology, Problems problems) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < topology.nodes().size() && !problems.full(); i++) {
            Node node = topology.nodes().get(i);
            String pointer = "/nodes/" + i;
            NodeKinds.check(node, pointer, problems);
            Integer before = first.putIfAbsent(node.id(), i);
            if (before != null) {
                problems.add(
                        pointer + "/id",
                        "two nodes have the id " + Json.quoted(node.id()) + ", this one and /nodes/" + before
                                + "; each id is used once");
            }
        }
        boolean right = first.size() == topology.nodes().size();
        members(topology, first, problems);
        return right && first.keySet().stream().allMatch(Names::isId);
    }

    /** Those that a node stands for have ids of their own too. */
    private static void members(Topology topology, Map<String, Integer> first, Problems problems) {
        for (int i = 0; i < topology.nodes().size(); i++) {
            Node node = topology.nodes().get(i);
            if (!node.standsForOthers()) {
                continue;
            }
            for (String id : Members.of(node)) {
                Integer before = first.putIfAbsent(id, i);
                if (before != null) {
                    problems.add(
                            "/nodes/" + before + "/id",
                            "the id " + Json.quoted(id) + " is that of one of the " + node.count() + " that "
                                    + Json.quoted(node.id()) + " stands for; each id is used once");
                }
            }
        }
    }

    /** Whether all links join what they may. */
    private static boolean links(Topology topology, Problems problems) {
        Graph graph = new Graph();
        topology.nodes().forEach(graph::add);
        topology.stores().forEach(graph::add);
        StoreChecks.check(topology, graph, problems);
        boolean right = true;
        for (int round = 0; round <= Graph.LAST_ROUND; round++) {
            right &= links(topology, graph, round, problems);
        }
        stores(topology, graph, problems);
        calls(topology, graph, problems);
        KeeperChecks.check(topology, graph, problems);
        List<String> cycle = graph.cycle();
        if (!cycle.isEmpty()) {
            int at = IntStream.range(0, topology.links().size())
                    .filter(i -> topology.links().get(i).joins(cycle.get(cycle.size() - 2), cycle.getLast()))
                    .findFirst()
                    .orElse(0);
            problems.add("/links/" + at, graph.circleProblem(cycle));
        } else {
            callTrees(topology, graph, problems);
        }
        return right && cycle.isEmpty();
    }

    private static boolean links(Topology topology, Graph graph, int round, Problems problems) {
        boolean right = true;
        for (int i = 0; i < topology.links().size() && !problems.full(); i++) {
            Link link = topology.links().get(i);
            if (graph.round(link) != round) {
                continue;
            }
            String pointer = "/links/" + i;
            Links.check(link, pointer, problems);
            Optional<String> refusal = graph.refusal(link);
            if (refusal.isPresent()) {
                right = false;
                boolean unknown = graph.node(link.from()) == null || graph.node(link.to()) == null;
                String end = !unknown ? "" : graph.node(link.from()) == null ? "/from" : "/to";
                problems.add(pointer + end, link.name() + ": " + refusal.get());
            } else {
                graph.add(link);
            }
        }
        return right;
    }

    /** Stores of session state are nodes that can keep it. */
    private static void stores(Topology topology, Graph graph, Problems problems) {
        for (int i = 0; i < topology.nodes().size(); i++) {
            Node node = topology.nodes().get(i);
            String store = node.store();
            if (store != null && !canStore(graph.node(store))) {
                new Checks("/nodes/" + i + "/state", Json.quoted(node.id()), problems)
                        .wrong("store", noStore(graph, store));
            }
        }
    }

    /** Calls go to nodes that are there, or that the scenario adds. */
    private static void calls(Topology topology, Graph graph, Problems problems) {
        Set<String> ids = topology.ids();
        for (int i = 0; i < topology.nodes().size(); i++) {
            Node node = topology.nodes().get(i);
            List<String> called = node.called();
            for (String id : called) {
                Optional<String> refusal = callRefusal(node, id, ids, graph);
                if (refusal.isPresent()) {
                    new Checks("/nodes/" + i, Json.quoted(node.id()), problems).wrong("calls", refusal.get());
                }
            }
        }
    }

    private static void callTrees(Topology topology, Graph graph, Problems problems) {
        CallTree trees = new CallTree(graph);
        for (int i = 0; i < topology.nodes().size() && !problems.full(); i++) {
            Node node = topology.nodes().get(i);
            String pointer = "/nodes/" + i;
            trees.tooMany(node)
                    .ifPresent(
                            refusal -> new Checks(pointer, Json.quoted(node.id()), problems).wrong("calls", refusal));
        }
    }

    /** Why the node cannot call the one with that id; empty when it can. */
    static Optional<String> callRefusal(Node node, String id, Set<String> ids, Graph graph) {
        if (id.equals(node.id())) {
            return Optional.of("a server cannot call itself");
        }
        if (!ids.contains(id)) {
            List<String> others =
                    ids.stream().filter(other -> !other.equals(node.id())).toList();
            return Optional.of("no node has the id " + Json.quoted(id) + Names.didYouMean(id, others));
        }
        Node target = graph.node(id);
        if (target != null && target.standsForOthers()) {
            return Optional.of(id + " is " + target.count()
                    + " servers, and a call goes to one; a load balancer before them can be called");
        }
        if (target != null && target.keepsData()) {
            return Optional.of(id + " keeps data: it is asked by way of \"data\", not called");
        }
        if (target != null && target.namesTargets()) {
            return Optional.of(id + " is asked for names by clients, and not called");
        }
        return target == null || target.takesRequests()
                ? Optional.empty()
                : Optional.of(id + " takes no requests and cannot be called");
    }

    private static String noStore(Graph graph, String store) {
        Node found = graph.node(store);
        if (found == null) {
            return "no node has the id " + Json.quoted(store) + Names.didYouMean(store, graph.ids());
        }
        return found.standsForOthers()
                ? store + " is " + found.count() + " servers, and sessions are stored in one"
                : store + " is no server, so it stores nothing";
    }

    private static boolean canStore(@Nullable Node node) {
        return node != null && node.keepsSessions() && !node.standsForOthers();
    }

    private static void annotations(Topology topology, Problems problems) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < topology.annotations().size(); i++) {
            Annotation annotation = topology.annotations().get(i);
            if (!ids.add(annotation.id()) && !problems.full()) {
                new Checks(Json.step("/annotations", i), "the annotation " + Json.quoted(annotation.id()), problems)
                        .wrong("id", "another annotation has that id");
            }
        }
    }

    private static void opened(Topology topology, Problems problems) {
        Set<String> ids = topology.ids();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < topology.opened().size(); i++) {
            String id = topology.opened().get(i);
            String wrong = !ids.contains(id)
                    ? "no node has that id" + Names.didYouMean(id, ids)
                    : named.add(id) ? "" : "it is named twice";
            if (!wrong.isEmpty() && !problems.full()) {
                new Checks(Json.step("/opened", i), "opened " + Json.quoted(id), problems).wrong("", wrong);
            }
        }
    }

    private static void layout(Topology topology, Problems problems) {
        Set<String> ids = topology.ids();
        for (String id : topology.layout().keySet()) {
            if (!ids.contains(id) && !problems.full()) {
                new Checks(Json.step("/layout", id), "the layout of " + Json.quoted(id), problems)
                        .wrong("", "no node has that id" + Names.didYouMean(id, ids));
            }
        }
    }
}
