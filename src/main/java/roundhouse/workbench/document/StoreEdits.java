package roundhouse.workbench.document;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.Store;

/**
 * Stores made, joined, left and dissolved. Each two members get a link, over which their messages go; who named a database names the store
 * once that is a member, and the database again when it no longer is.
 */
public final class StoreEdits {
    private StoreEdits() {}

    /** A topology that got a store. */
    public record Made(Topology topology, String id) {}

    /** Why these nodes cannot be made a store, a sentence; empty when they can. */
    public static Optional<String> problem(Topology topology, Set<String> ids) {
        if (ids.isEmpty()) {
            return Optional.of(text("document.select-the-databases-first-that"));
        }
        return ids.stream()
                .sorted()
                .flatMap(id -> problem(topology, id).stream())
                .findFirst();
    }

    private static Optional<String> problem(Topology topology, String id) {
        Node node = topology.node(id).orElse(null);
        if (node == null) {
            return Optional.of(text("document.was-added-by-the-run", id));
        }
        return cannotJoin(topology, node)
                .or(() -> topology.storeOf(id)
                        .map(store -> text("document.is-a-member-of-a", node.title(), store.title())));
    }

    /** Why the node cannot be a member of any store, a sentence; empty when it can. */
    public static Optional<String> cannotJoin(Topology topology, Node node) {
        if (!node.storesData()) {
            return Optional.of(text(
                    "document.is-a-store-is-made", node.title(), node.settings().what()));
        }
        return node.caches() ? Optional.of(text("document.has-a-cache-of-its", node.title())) : Optional.empty();
    }

    /** A store by consensus of these databases, which can be made one. */
    public static Made make(Topology topology, Set<String> ids) {
        String id = NewNode.freeId(topology, "store");
        List<String> members =
                topology.nodes().stream().map(Node::id).filter(ids::contains).toList();
        Store store = Store.of(id, members, ConsensusReplication.SETTINGS.usual());
        return new Made(joined(topology, store), id);
    }

    /** That many new databases, and a store by consensus of them. */
    public static Made withNew(Topology topology, int members) {
        Topology next = topology;
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < members; i++) {
            Database database = NewNode.database(next);
            next = next.with(database);
            ids.add(database.id());
        }
        return make(next, ids);
    }

    /** The database is a member of that store, and of no other. */
    public static Topology join(Topology topology, String store, String member) {
        Topology alone = leave(topology, member);
        return alone.store(store)
                .map(joins -> joined(alone, joins.with(Store.MEMBERS, with(joins.members(), member))))
                .orElse(topology);
    }

    private static List<String> with(List<String> members, String member) {
        List<String> more = new ArrayList<>(members);
        more.add(member);
        return more;
    }

    /** With that store, links between each two of its members, and those who named one of them naming it. */
    private static Topology joined(Topology topology, Store store) {
        Topology next = topology.with(store);
        List<String> members = store.members();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                String one = members.get(i);
                String other = members.get(j);
                if (next.link(one, other).isEmpty() && next.link(other, one).isEmpty()) {
                    next = next.with(Link.of(one, other, NewNode.LATENCY));
                }
            }
        }
        return kept(next, _ -> id -> members.contains(id) ? store.id() : id);
    }

    /** The database is a member of no store; a store that it was the last member of is no more. */
    public static Topology leave(Topology topology, String member) {
        Store store = topology.storeOf(member).orElse(null);
        if (store == null) {
            return topology;
        }
        if (store.members().size() == 1) {
            return dissolve(topology, store.id());
        }
        Store left = store.without(member::equals);
        Topology apart = topology.with(left)
                .withLinks(topology.links().stream()
                        .filter(link -> !(isBetween(link, store)
                                && (link.from().equals(member) || link.to().equals(member))))
                        .toList());
        return kept(
                withoutCommands(apart, Set.of(member)),
                node -> id -> id.equals(store.id())
                                && asked(topology, node, left).isEmpty()
                                && topology.link(node.id(), member).isPresent()
                        ? member
                        : id);
    }

    /** Its members are databases by themselves. Who named the store names the member that it has a link to; nothing is expected of it. */
    public static Topology dissolve(Topology topology, String id) {
        Store store = topology.store(id).orElse(null);
        if (store == null) {
            return topology;
        }
        Topology apart = topology.withStores(topology.stores().stream()
                        .filter(other -> !other.equals(store))
                        .toList())
                .withLinks(topology.links().stream()
                        .filter(link -> !isBetween(link, store))
                        .toList())
                .withExpect(topology.expect().stream()
                        .filter(expectation -> !expectation.nodes().contains(id))
                        .toList());
        return kept(
                withoutCommands(apart, new HashSet<>(store.members())),
                node -> keeper ->
                        keeper.equals(id) ? asked(topology, node, store).orElse(null) : keeper);
    }

    private static boolean isBetween(Link link, Store store) {
        return store.members().contains(link.from()) && store.members().contains(link.to());
    }

    /** The first member that the node has a link to. */
    private static Optional<String> asked(Topology topology, Node node, Store store) {
        return store.members().stream()
                .filter(member -> topology.link(node.id(), member).isPresent())
                .findFirst();
    }

    private interface Keepers {
        UnaryOperator<@Nullable String> of(Node node);
    }

    private static Topology kept(Topology topology, Keepers keepers) {
        return topology.withNodes(topology.nodes().stream()
                .map(node -> node.keptAs(keepers.of(node)))
                .toList());
    }

    /** What the scenario does to these as members of a store, it does no longer. */
    private static Topology withoutCommands(Topology topology, Set<String> members) {
        return topology.withScenario(topology.scenario().stream()
                .filter(timed -> !(timed.command() instanceof Command.OfMember of && members.contains(of.node())))
                .toList());
    }
}
