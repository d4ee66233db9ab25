package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.QuorumSize;
import roundhouse.topology.stores.StalenessBound;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.document.StoreEdits;

/** The fields of a store, of its members and of those who ask it. */
class StoreFieldsTest extends Inspected {
    StoreFieldsTest() {
        super(store());
    }

    /** A store of two databases and a third by itself. */
    private static Topology store() {
        Topology topology = nodes(1, 2).with(link("lb-1", "s1")).with(link("lb-1", "s2"));
        for (int i = 0; i < 3; i++) {
            topology = topology.with(NewNode.database(topology));
        }
        return StoreEdits.make(topology, Set.of("db", "db-2")).topology();
    }

    private Store now() {
        return document.topology().store("store").orElseThrow();
    }

    private void selectStore() {
        document.selection().select(new Item.StoreItem("store"));
    }

    private String store(String server) {
        DataSettings data = ((Server) document.topology().node(server).orElseThrow()).data();
        return data == null || data.store() == null ? "" : data.store();
    }

    @Test
    void everySettingOfAStoreIsAField() {
        selectStore();
        assertThat(model.subjectProperty().get().title()).isEqualTo("store");
        assertThat(model.subjectProperty().get().kind()).isEqualTo("Store");
        assertThat(keys())
                .containsExactly(
                        "label",
                        "replication",
                        "replication.heartbeat",
                        "replication.election-timeout",
                        "replication.reads",
                        "replication.pre-vote",
                        "replication.check-quorum",
                        "replication.snapshot-after",
                        "timeout",
                        "members.db",
                        "members.db-2",
                        "members.db-3",
                        "sessions",
                        "staleness");
        set("label", "Orders");
        assertThat(now().title()).isEqualTo("Orders");
        assertThat(lastEdit()).isEqualTo("Set store label to Orders");
        set("replication.reads", "local");
        set("replication.heartbeat", "200ms");
        assertThat(now().replication())
                .isEqualTo(ConsensusReplication.SETTINGS
                        .usual()
                        .with(ConsensusReplication.READS, ConsensusReplication.Reads.LOCAL)
                        .with(ConsensusReplication.HEARTBEAT, Duration.ofMillis(200)));
        Line election = line("replication.election-timeout");
        assertThat(election.commit("300ms")).isFalse();
        assertThat(election.errorProperty().get())
                .startsWith("The store \"store\": an election timeout is at least two heartbeats")
                .endsWith("It is still 1s.");
        set("sessions", "on");
        set("sessions.when-behind", "refuse");
        set("staleness", "on");
        assertThat(now().staleness()).isEqualTo(new StalenessBound(null, Duration.ofSeconds(5)));
        set("staleness.versions", "2");
        assertThat(keys("staleness")).containsExactly("staleness", "staleness.versions", "staleness.age");
        set("timeout", "2s");
        assertThat(now().timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anotherProtocolBeginsWithTheMembersThereAre() {
        selectStore();
        set("replication", "leaderless");
        LeaderlessReplication two = (LeaderlessReplication) now().replication();
        assertThat(two.n()).isEqualTo(2);
        set("replication.w", "1");
        set("replication.r", "one");
        assertThat(((LeaderlessReplication) now().replication()).r()).isEqualTo(QuorumSize.Level.ONE);
        assertThat(line("replication.n").commit("3")).isFalse();
        assertThat(line("replication.n").errorProperty().get())
                .isEqualTo(
                        "The store \"store\": the store has 2 members; with this replication it needs 3. It is still 2.");
        set("members.db-3", "on");
        set("replication.n", "3");
        set("replication", "primary");
        assertThat(now().replication().mode()).isEqualTo("primary");
    }

    @Test
    void membersAreTickedOrChooseTheirStore() {
        selectStore();
        set("members.db-3", "on");
        assertThat(lastEdit()).isEqualTo("Add db-3 to store");
        assertThat(now().members()).containsExactly("db", "db-2", "db-3");
        assertThat(document.topology().link("db-2", "db-3")).isPresent();
        set("members.db", "off");
        assertThat(lastEdit()).isEqualTo("Take db out of store");
        assertThat(now().members()).containsExactly("db-2", "db-3");
        document.undo();
        assertThat(line("members.db").valueProperty().get()).isEqualTo(Editor.ON);
        select("db");
        assertThat(line("member-of").editor())
                .isEqualTo(new Editor.Choice(List.of(
                        new Editor.Option("", "None", "It is a database by itself."),
                        new Editor.Option("store", "store", "3 members · consensus"))));
        set("member-of", "");
        assertThat(lastEdit()).isEqualTo("Set db member of to none");
        select("db", "db-2");
        assertThat(line("member-of").mixedProperty().get()).isTrue();
        set("member-of", "store");
        assertThat(now().members()).containsExactly("db-2", "db-3", "db");
    }

    @Test
    void whoAsksChoosesAStoreAndIsLinkedToTheMemberThatFewestAsk() {
        document.edit("Link", document.topology().linked(link("s1", "db-3")));
        select("s1");
        assertThat(line("data.store").editor())
                .isEqualTo(new Editor.Choice(List.of(
                        new Editor.Option("", "The caches'", "The caches read and write theirs."),
                        new Editor.Option("store", "store", "2 members · consensus"),
                        new Editor.Option("db-3", "db-3", ""))));
        set("data.store", "store");
        assertThat(store("s1")).isEqualTo("store");
        assertThat(document.topology().link("s1", "db")).isPresent();
        assertThat(document.topology().link("s1", "db-3")).isEmpty();
        document.edit("Link", document.topology().linked(link("s2", "db-3")));
        select("s2");
        set("data.store", "store");
        assertThat(document.topology().link("s2", "db-2")).isPresent();
        document.edit("Add", document.topology().with(NewNode.cache(document.topology())));
        select("cache");
        set("store", "store");
        assertThat(document.topology().link("cache", "db")).isPresent();
    }
}
