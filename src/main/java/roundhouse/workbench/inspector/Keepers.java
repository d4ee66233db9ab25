package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.NewNode;

/** Where data can be kept for good: in a store, or in a database that is a member of none; and the links to it. */
final class Keepers {
    private Keepers() {}

    /**
     * All there are.
     *
     * @param now the one that is named now, which stays to be seen even where it is a member
     * @param none what it is called to name none
     */
    static Editor choice(Topology topology, @Nullable String now, String none, String summary) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", none, summary));
        topology.stores().forEach(store -> options.add(option(store)));
        topology.nodes().stream()
                .filter(node -> node.storesData())
                .filter(node ->
                        node.id().equals(now) || topology.storeOf(node.id()).isEmpty())
                .forEach(node -> options.add(
                        new Option(node.id(), node.title(), node.title().equals(node.id()) ? "" : node.id())));
        if (now != null && options.stream().noneMatch(option -> option.key().equals(now))) {
            options.add(new Option(now, now, text("inspector.keeper-added")));
        }
        return new Editor.Choice(options);
    }

    static Option option(Store store) {
        int members = store.members().size();
        return new Option(
                store.id(),
                store.title(),
                text("inspector.keeper-members", members, store.replication().mode()));
    }

    /**
     * The topology with a link to each keeper that the node names anew: to one of its members, where it is a store, to which the fewest others
     * have one; and without those to one that it no longer names.
     */
    static Topology put(Topology before, Topology next, Node changed) {
        List<String> named = before.node(changed.id()).map(Node::keepers).orElse(List.of());
        Topology linked = next;
        for (String keeper : named) {
            for (String id : changed.keepers().contains(keeper) ? List.<String>of() : at(next, keeper)) {
                linked = Deletion.ofLink(linked, changed.id(), id);
            }
        }
        for (String keeper : changed.keepers()) {
            if (!named.contains(keeper)) {
                linked = linked(linked, changed.id(), keeper);
            }
        }
        return linked;
    }

    private static Topology linked(Topology topology, String from, String keeper) {
        List<String> at = at(topology, keeper);
        if (at.stream().anyMatch(id -> topology.link(from, id).isPresent())) {
            return topology;
        }
        String least = null;
        for (String id : at) {
            boolean possible = Validation.linkProblem(topology, from, id).isEmpty();
            if (possible && (least == null || asked(topology, id) < asked(topology, least))) {
                least = id;
            }
        }
        return least == null ? topology : topology.with(Link.of(from, least, NewNode.LATENCY));
    }

    private static List<String> at(Topology topology, String keeper) {
        return topology.store(keeper).map(Store::members).orElse(List.of(keeper));
    }

    /** How many have a link to it that are no databases themselves. */
    private static long asked(Topology topology, String id) {
        return topology.links().stream()
                .filter(link -> link.to().equals(id))
                .flatMap(link -> Stream.ofNullable(topology.node(link.from()).orElse(null)))
                .filter(node -> !node.storesData())
                .count();
    }
}
