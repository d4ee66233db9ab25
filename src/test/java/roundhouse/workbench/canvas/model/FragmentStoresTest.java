package roundhouse.workbench.canvas.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.model.Fragment.Copied;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.StoreEdits;

/** What becomes of a store when its members are copied, and who asks them. */
class FragmentStoresTest {
    /** A server that asks a store of two. */
    private static Topology store() {
        Topology topology = Topology.EMPTY.with(NewNode.clients(Topology.EMPTY));
        topology = topology.with(NewNode.server(topology));
        return StoreEdits.withNew(topology, 2)
                .topology()
                .with(Link.of("clients", "s1", NewNode.LATENCY))
                .linked(Link.of("s1", "db", NewNode.LATENCY));
    }

    private static String asks(Topology topology, String server) {
        return topology.node(server).orElseThrow() instanceof Server found && found.data() != null
                ? Objects.requireNonNullElse(found.data().store(), "")
                : "";
    }

    private static List<Link> between(Topology topology, String prefix) {
        return topology.links().stream()
                .filter(link -> link.from().startsWith(prefix))
                .toList();
    }

    @Test
    void aStoreIsCopiedWithAllItsMembersAndAskedByTheCopies() {
        Topology before = store();
        Topology fragment = Fragment.of(before, Set.of("s1", "db", "db-2"));
        Copied pasted = Fragment.into(before, fragment, 0, 500);
        assertThat(pasted.copies()).containsExactly("s2", "db-3", "db-4");
        assertThat(pasted.topology().stores())
                .extracting(Store::id, Store::members)
                .containsExactly(tuple("store", List.of("db", "db-2")), tuple("store-2", List.of("db-3", "db-4")));
        assertThat(asks(pasted.topology(), "s2")).isEqualTo("store-2");
        assertThat(asks(pasted.topology(), "s1")).isEqualTo("store");
        assertThat(between(pasted.topology(), "db-3")).extracting(Link::to).containsExactly("db-4");
        assertThat(Validation.problems(pasted.topology().with(Link.of("clients", "s2", NewNode.LATENCY))))
                .extracting(Object::toString)
                .noneMatch(problem -> problem.contains("store"));
    }

    @Test
    void aMemberWithoutTheOthersIsADatabaseWhereItIsPasted() {
        Copied pasted = Fragment.into(store(), Fragment.of(store(), Set.of("s1", "db-2")), 0, 500);
        assertThat(pasted.copies()).containsExactly("s2", "db-3");
        assertThat(pasted.topology().stores()).hasSize(1);
        assertThat(pasted.topology().storeOf("db-3")).isEmpty();
        assertThat(asks(pasted.topology(), "s2")).isEmpty();
    }

    @Test
    void aDuplicateOfOneMemberJoinsAndOfAllIsAStore() {
        Topology one = Fragment.duplicate(store(), Set.of("db-2"), 0, 120).topology();
        assertThat(one.store("store").orElseThrow().members()).containsExactly("db", "db-2", "db-3");
        assertThat(between(one, "db"))
                .extracting(Link::from, Link::to)
                .hasSize(3)
                .contains(tuple("db", "db-3"));
        assertThat(Validation.problems(one)).isEmpty();
        Topology all = Fragment.duplicate(store(), Set.of("db", "db-2"), 0, 120).topology();
        assertThat(all.store("store-2").orElseThrow().members()).containsExactly("db-3", "db-4");
        assertThat(Validation.problems(all)).isEmpty();
        Topology server = Fragment.duplicate(store(), Set.of("s1"), 0, 120).topology();
        assertThat(asks(server, "s2")).isEqualTo("store");
    }
}
