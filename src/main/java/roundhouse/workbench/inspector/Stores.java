package roundhouse.workbench.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import roundhouse.topology.AddedNodes;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.NewNode;

/** Servers that can hold the session state of others, and the links to them. */
final class Stores {
    private Stores() {}

    /** All servers but these. Those that no balancer or client sends requests to come first: they are stores most likely. */
    static List<Option> besides(Topology topology, Set<String> ids) {
        Set<String> asked = topology.links().stream()
                .filter(link -> topology.node(link.from())
                        .filter(from -> !from.keepsSessions())
                        .isPresent())
                .map(Link::to)
                .collect(Collectors.toSet());
        return topology.nodes().stream()
                .filter(node -> node.keepsSessions() && !ids.contains(node.id()))
                .sorted(Comparator.comparing(node -> asked.contains(node.id())))
                .map(node -> new Option(node.id(), node.title(), node.title().equals(node.id()) ? "" : node.id()))
                .toList();
    }

    /** Puts a changed server into the topology. Its link to a store follows, and whom it calls it is linked to. */
    static Topology put(Topology topology, Server changed) {
        String id = changed.id();
        String before = topology.node(id).map(Node::store).orElse(null);
        String after = changed.store();
        Topology next = KindForm.withCallsLinked(AddedNodes.put(topology, changed), changed);
        if (Objects.equals(before, after)) {
            return next;
        }
        Link link = Link.of(id, id, NewNode.LATENCY);
        if (before != null) {
            link = topology.link(id, before).orElse(link);
            next = changed.called().contains(before) ? next : Deletion.ofLink(next, id, before);
        }
        return after == null || next.link(id, after).isPresent() ? next : next.with(link.between(id, after));
    }
}
