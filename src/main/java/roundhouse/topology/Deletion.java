package roundhouse.topology;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/** Takes nodes and links out of a document, with all that makes no sense without them. */
public final class Deletion {
    private Deletion() {}

    /** Without these nodes, their links, the calls to them, their places, the scenario's commands and the expectations about them. */
    public static Topology of(Topology topology, Set<String> removed) {
        Topology left = leavingCalls(topology, removed);
        Set<String> ids = withMembers(topology, removed);
        topology.stores().stream()
                .map(Store::id)
                .filter(id -> left.store(id).isEmpty())
                .forEach(ids::add);
        UnaryOperator<Node> asking =
                node -> node.calledAs(id -> ids.contains(id) ? null : id).keptAs(id -> ids.contains(id) ? null : id);
        return withoutLostLinks(left.changed(parts -> {
            parts.nodes = left.nodes().stream().map(asking).toList();
            parts.scenario =
                    left.scenario().stream().map(timed -> timed.adding(asking)).toList();
        }));
    }

    /** The same, but who calls one of these nodes goes on trying to. */
    public static Topology leavingCalls(Topology topology, Set<String> removed) {
        Removal removal = new Removal(withMembers(topology, removed));
        Topology left = topology.changed(parts -> {
            parts.nodes = removal.nodes(topology.nodes());
            parts.stores = removal.stores(topology.stores());
            parts.links = removal.links(topology.links());
            parts.scenario = topology.scenario().stream()
                    .flatMap(timed -> timed.without(removal.ids()).stream())
                    .map(timed -> timed.adding(removal::withoutStore))
                    .toList();
            parts.expect = removal.expect(topology.expect(), topology.stores());
            parts.layout = removal.layout(topology.layout());
            parts.opened = removal.opened(topology.opened());
        });
        Set<String> deserted = places(topology);
        deserted.removeAll(places(left));
        return deserted.isEmpty() ? left : withoutOutages(left, deserted);
    }

    /** Without this link, the calls over it, what the scenario does to it, and the takeovers that are expected by its heartbeat. */
    public static Topology ofLink(Topology topology, String from, String to) {
        Topology left = topology.withLinks(
                topology.links().stream().filter(link -> !link.joins(from, to)).toList());
        String unasked = topology.storeOf(to)
                .filter(store -> store.members().stream()
                        .noneMatch(member -> left.link(from, member).isPresent()))
                .map(Store::id)
                .orElse(to);
        return withoutLostLinks(left.withNodes(topology.nodes().stream()
                        .map(node -> node.id().equals(from)
                                ? node.calledAs(id -> id.equals(to) ? null : id)
                                        .keptAs(id -> id.equals(to) || id.equals(unasked) ? null : id)
                                : node)
                        .toList())
                .withExpect(topology.expect().stream()
                        .filter(expectation -> !(expectation instanceof Expectation.Takeover takeover
                                && takeover.nodes().equals(Set.of(from, to))))
                        .toList())
                .withScenario(topology.scenario().stream()
                        .filter(timed -> !(timed.command() instanceof Command.OfLink of
                                && of.from().equals(from)
                                && of.to().equals(to)))
                        .toList()));
    }

    private static Topology withoutLostLinks(Topology topology) {
        Topology left = topology;
        for (Link link : OwnLinks.lost(topology.nodes(), topology.links())) {
            left = ofLink(left, link.from(), link.to());
        }
        return left;
    }

    private static Set<String> withMembers(Topology topology, Set<String> removed) {
        Set<String> ids = new LinkedHashSet<>(removed);
        all(topology).filter(node -> removed.contains(node.id())).forEach(node -> {
            ids.add(node.id());
            ids.addAll(Members.of(node));
        });
        return ids;
    }

    /** The zones and regions that anybody is in, from the start or when the scenario adds it. */
    private static Set<String> places(Topology topology) {
        return all(topology)
                .flatMap(node -> Stream.of(node.zone(), node.region()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Node> all(Topology topology) {
        return Stream.concat(topology.nodes().stream(), AddedNodes.of(topology));
    }

    private static Topology withoutOutages(Topology topology, Set<String> places) {
        List<TimedCommand> left = topology.scenario().stream()
                .filter(timed -> switch (timed.command()) {
                    case Command.Outage outage -> !places.contains(outage.place());
                    case Command.OutageOver over -> !places.contains(over.place());
                    default -> true;
                })
                .toList();
        return topology.changed(parts -> parts.scenario = left);
    }
}
