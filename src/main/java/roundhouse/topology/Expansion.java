package roundhouse.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;

/**
 * What a document says once of several equal nodes: the running system has each of them as a node of its own, with the links of the
 * one that stands for them. This is the only place where the one becomes the other, so that a saved file keeps the count and the engine
 * sees ordinary nodes.
 *
 * @param topology the same system without counts; its scenario, expectations and places are as the document has them
 * @param nodes for each of its nodes the place of the document's node that stands for it
 * @param links for each of its links the place of the document's link
 * @param isMore whether any node stands for others
 */
public record Expansion(Topology topology, int[] nodes, int[] links, boolean isMore) {
    /** The system that runs at the beginning. */
    public static Topology of(Topology document) {
        return of(document, Members::of, _ -> true).topology();
    }

    /**
     * The system that runs.
     *
     * @param ids of the nodes that a node stands for; one that stands for itself alone has its own
     * @param linked whether one of these has links
     */
    public static Expansion of(Topology document, Function<Node, List<String>> ids, Predicate<String> linked) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        List<Node> nodes = new ArrayList<>();
        List<Integer> nodePlaces = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < document.nodes().size(); i++) {
            Node node = document.nodes().get(i);
            List<String> its = ids.apply(node);
            members.put(node.id(), its);
            boolean alone = its.equals(List.of(node.id()));
            any |= !alone;
            for (String id : its) {
                nodes.add(alone ? node : node.member(id, label(node, id)));
                nodePlaces.add(i);
            }
        }
        if (!any) {
            return new Expansion(
                    document,
                    places(nodePlaces),
                    IntStream.range(0, document.links().size()).toArray(),
                    false);
        }
        List<Link> links = new ArrayList<>();
        List<Integer> linkPlaces = new ArrayList<>();
        for (int i = 0; i < document.links().size(); i++) {
            Link link = document.links().get(i);
            for (String from : Objects.requireNonNull(members.get(link.from()))) {
                for (String to : Objects.requireNonNull(members.get(link.to()))) {
                    if (linked.test(from) && linked.test(to)) {
                        links.add(
                                to.equals(link.to())
                                        ? link.between(from, to)
                                        : link.between(from, to).with(Link.ADDRESS, null));
                        linkPlaces.add(i);
                    }
                }
            }
        }
        return new Expansion(
                document.withNodes(naming(nodes, members)).withLinks(links),
                places(nodePlaces),
                places(linkPlaces),
                true);
    }

    /** Calls and stores name a node of the document; where one is left of several, that one is meant. */
    private static List<Node> naming(List<Node> nodes, Map<String, List<String>> members) {
        UnaryOperator<String> running = id -> {
            List<String> its = members.getOrDefault(id, List.of());
            return its.size() == 1 ? its.getFirst() : id;
        };
        return nodes.stream()
                .map(node ->
                        node.called().stream().allMatch(id -> running.apply(id).equals(id))
                                ? node
                                : node.calledAs(running))
                .map(node ->
                        node.keepers().stream().allMatch(id -> running.apply(id).equals(id))
                                ? node
                                : node.keptAs(running))
                .map(node -> node.store() == null ? node : node.storedIn(running.apply(node.store())))
                .toList();
    }

    private static @Nullable String label(Node node, String id) {
        return node.label() == null
                ? null
                : node.label() + id.substring(node.id().length());
    }

    private static int[] places(List<Integer> places) {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }
}
