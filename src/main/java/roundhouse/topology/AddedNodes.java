package roundhouse.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;

/** The nodes that a scenario adds, which are declared in its commands. */
public final class AddedNodes {
    private AddedNodes() {}

    /** All of them, in the scenario's order. */
    public static Stream<Node> of(Topology topology) {
        return topology.scenario().stream()
                .map(TimedCommand::command)
                .filter(Command.Add.class::isInstance)
                .map(command -> ((Command.Add) command).node());
    }

    /** The topology as if all that the scenario adds were there from the start: these nodes and their links. */
    public static Topology fromTheStart(Topology topology) {
        List<Node> nodes = new ArrayList<>(topology.nodes());
        List<Link> links = new ArrayList<>(topology.links());
        for (TimedCommand timed : topology.scenario()) {
            if (timed.command() instanceof Command.Add(Node node, List<Link> added)) {
                nodes.add(node);
                links.addAll(added);
            }
        }
        return topology.withNodes(nodes).withLinks(links);
    }

    /** The node of that id: one that is there from the start, or the first that the scenario adds. */
    public static Optional<Node> orFirst(Topology topology, String id) {
        return topology.node(id)
                .or(() -> of(topology).filter(node -> node.id().equals(id)).findFirst());
    }

    /** The topology with that node in the place of those of its id, where it is there from the start or where the scenario adds it. */
    public static Topology put(Topology topology, Node node) {
        Predicate<Node> same = other -> other.id().equals(node.id());
        if (topology.node(node.id()).isPresent() || of(topology).noneMatch(same)) {
            return topology.with(node);
        }
        return topology.withScenario(topology.scenario().stream()
                .map(timed -> timed.adding(added -> same.test(added) ? node : added))
                .toList());
    }
}
