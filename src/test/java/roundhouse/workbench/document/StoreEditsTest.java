package roundhouse.workbench.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Store;

/** What becomes of links and of those who name a database or a store when stores are made and taken apart. */
class StoreEditsTest {
    /** Three servers, each asking a database of its own. */
    private static Topology three() {
        Topology topology = Topology.EMPTY.with(NewNode.clients(Topology.EMPTY));
        for (int i = 0; i < 3; i++) {
            topology = topology.with(NewNode.server(topology));
            topology = topology.with(NewNode.database(topology));
        }
        return topology.with(link("clients", "s1"))
                .linked(link("s1", "db"))
                .linked(link("s2", "db-2"))
                .linked(link("s3", "db-3"));
    }

    private static Topology store() {
        return sound(StoreEdits.make(three(), Set.of("db", "db-2", "db-3")).topology());
    }

    private static Link link(String from, String to) {
        return Link.of(from, to, NewNode.LATENCY);
    }

    private static Topology sound(Topology topology) {
        assertThat(Validation.problems(topology)).isEmpty();
        return topology;
    }

    private static String named(Topology topology, String server) {
        return topology.node(server).orElseThrow() instanceof Server found && found.data() != null
                ? Objects.requireNonNullElse(found.data().store(), "")
                : "";
    }

    private static List<Link> between(Topology topology) {
        return topology.links().stream()
                .filter(link -> link.from().startsWith("db"))
                .toList();
    }

    @Test
    void threeDatabasesBecomeAStoreThatTheirServersName() {
        StoreEdits.Made made = StoreEdits.make(three(), Set.of("db-3", "db", "db-2"));
        Topology topology = sound(made.topology());
        assertThat(made.id()).isEqualTo("store");
        assertThat(topology.stores())
                .containsExactly(
                        Store.of("store", List.of("db", "db-2", "db-3"), ConsensusReplication.SETTINGS.usual()));
        assertThat(between(topology))
                .extracting("from", "to")
                .containsExactly(tuple("db", "db-2"), tuple("db", "db-3"), tuple("db-2", "db-3"));
        assertThat(List.of("s1", "s2", "s3"))
                .allSatisfy(server -> assertThat(named(topology, server)).isEqualTo("store"));
        Topology more = topology.with(NewNode.database(topology));
        assertThat(StoreEdits.make(more, Set.of("db-4")).id()).isEqualTo("store-2");
    }

    @Test
    void whatCannotBeAStoreSaysWhy() {
        Topology topology = store();
        Topology more = topology.with(NewNode.database(topology).with(Database.CACHE, CacheSettings.of(100)));
        assertThat(StoreEdits.problem(three(), Set.of("db", "db-2"))).isEmpty();
        assertThat(StoreEdits.problem(topology, Set.of()))
                .contains("Select the databases first that are to keep copies of the same data.");
        assertThat(StoreEdits.problem(topology, Set.of("s1")))
                .contains("s1 is a server; a store is made of databases. Select only those.");
        assertThat(StoreEdits.problem(topology, Set.of("db-2")))
                .contains("db-2 is a member of store; a database is in one store.");
        assertThat(StoreEdits.problem(more, Set.of("db-4")))
                .contains(
                        "db-4 has a cache of its own, which a member of a store cannot have. Turn it off in the inspector.");
        assertThat(StoreEdits.problem(topology, Set.of("db-9")))
                .contains("db-9 was added by the run: it is not in the document, where stores are made.");
    }

    @Test
    void whoJoinsIsLinkedToEachMember() {
        Topology topology = store();
        Topology four = sound(
                StoreEdits.join(topology.with(NewNode.database(topology)).linked(link("s1", "db-2")), "store", "db-4"));
        assertThat(four.store("store").orElseThrow().members()).containsExactly("db", "db-2", "db-3", "db-4");
        assertThat(between(four)).hasSize(6);
        Topology other = sound(StoreEdits.make(four.with(NewNode.database(four)), Set.of("db-5"))
                .topology());
        Topology moved = sound(StoreEdits.join(other, "store-2", "db"));
        assertThat(moved.store("store").orElseThrow().members()).containsExactly("db-2", "db-3", "db-4");
        assertThat(moved.store("store-2").orElseThrow().members()).containsExactly("db-5", "db");
        assertThat(between(moved))
                .extracting("from", "to")
                .contains(tuple("db-5", "db"))
                .doesNotContain(tuple("db", "db-2"));
    }

    @Test
    void whoLeavesIsADatabaseAgainForThoseWhoAskOnlyThere() {
        Topology topology = store().linked(link("s1", "db-3"));
        Topology left = sound(StoreEdits.leave(topology, "db-3"));
        assertThat(left.store("store").orElseThrow().members()).containsExactly("db", "db-2");
        assertThat(between(left)).extracting("from", "to").containsExactly(tuple("db", "db-2"));
        assertThat(named(left, "s1")).isEqualTo("store");
        assertThat(named(left, "s3")).isEqualTo("db-3");
        Topology gone = sound(StoreEdits.leave(StoreEdits.leave(left, "db"), "db-2"));
        assertThat(gone.stores()).isEmpty();
        assertThat(named(gone, "s2")).isEqualTo("db-2");
    }

    @Test
    void aKeyIsAtNoMoreMembersThanAreLeft() {
        Topology topology = store();
        Topology leaderless = topology.with(
                topology.store("store").orElseThrow().with(Store.REPLICATION, LeaderlessReplication.SETTINGS.usual()));
        LeaderlessReplication left = (LeaderlessReplication) sound(StoreEdits.leave(leaderless, "db"))
                .store("store")
                .orElseThrow()
                .replication();
        assertThat(left.n()).isEqualTo(2);
    }

    @Test
    void nothingIsDoneToOrExpectedOfAStoreThatIsDissolved() {
        Topology before = store();
        Topology topology = sound(before.with(before.store("store")
                        .orElseThrow()
                        .with(Store.REPLICATION, PrimaryReplication.SETTINGS.usual()))
                .withScenario(List.of(
                        new TimedCommand(Duration.ofSeconds(1), new Command.Promote("db-2")),
                        new TimedCommand(Duration.ofSeconds(2), new Command.Crash("db-2"))))
                .withExpect(List.of(new Expectation.Promise("store", "linearizable"))));
        Topology gone = sound(StoreEdits.dissolve(topology, "store"));
        assertThat(gone.stores()).isEmpty();
        assertThat(between(gone)).isEmpty();
        assertThat(gone.expect()).isEmpty();
        assertThat(gone.scenario()).extracting(TimedCommand::command).containsExactly(new Command.Crash("db-2"));
        assertThat(named(gone, "s2")).isEqualTo("db-2");
        Topology deleted = sound(Deletion.of(topology, Set.of("db", "db-2", "db-3")));
        assertThat(deleted.expect()).isEmpty();
        assertThat(named(deleted, "s2")).isEmpty();
    }

    @Test
    void aServerWithoutALinkToAMemberNamesTheStoreNoLonger() {
        Topology topology = store().linked(link("s1", "db-2"));
        Topology one = sound(Deletion.ofLink(topology, "s1", "db"));
        assertThat(named(one, "s1")).isEqualTo("store");
        assertThat(named(sound(Deletion.ofLink(one, "s1", "db-2")), "s1")).isEmpty();
    }
}
