package roundhouse.analysis.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.Store;

class StoreVariantsTest {
    static Topology sample(String name) {
        return ((ReadResult.Read) TopologyFile.read(Path.of("samples", name))).topology();
    }

    private static List<String> names(StoreVariants what, Topology topology, String store) {
        return what.of(topology, store).stream().map(StoreVariant::name).toList();
    }

    @Test
    void theSettingThatThereIsComesFirstAndOnce() {
        Topology leaderless = sample("partition-available.json");
        assertThat(names(StoreVariants.SETTINGS, leaderless, "orders"))
                .containsExactly("R 1, W 1", "R 2, W 1", "R 1, W 2", "R 2, W 2", "R 3, W 1", "R 1, W 3");
        Topology raft = sample("partition-consistent.json");
        assertThat(names(StoreVariants.SETTINGS, raft, "orders"))
                .containsExactly("linearizable reads", "local reads", "lease reads");
        Topology primary = sample("failover-async.json");
        assertThat(names(
                        StoreVariants.SETTINGS,
                        primary,
                        primary.stores().getFirst().id()))
                .containsExactly(
                        "async, primary reads",
                        "async, local reads",
                        "1 sync, local reads",
                        "1 sync, primary reads",
                        "all sync, local reads",
                        "all sync, primary reads");
        assertThat(names(StoreVariants.PROTOCOLS, leaderless, "orders"))
                .startsWith("R 1, W 1")
                .contains("async, local reads", "1 sync, primary reads", "Raft, lease reads")
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheStoreIsAnother() {
        for (StoreVariants what : List.of(StoreVariants.SETTINGS, StoreVariants.PROTOCOLS)) {
            Topology before = sample("quorums-side-by-side.json");
            List<StoreVariant> variants = what.of(before, "store-r2w2");
            assertThat(variants.getFirst().design()).isEqualTo(before);
            assertThat(variants).extracting(StoreVariant::design).doesNotHaveDuplicates();
            for (StoreVariant variant : variants) {
                assertThat(Validation.problems(variant.design())).isEmpty();
                Store store = variant.design().store("store-r2w2").orElseThrow();
                assertThat(variant.design()
                                .with(store.with(
                                        Store.REPLICATION,
                                        before.store("store-r2w2").orElseThrow().replication())))
                        .isEqualTo(before);
            }
        }
    }

    @Test
    void whatASettingDoesNotSpeakOfStays() {
        Topology before = sample("quorums-side-by-side.json");
        assertThat(StoreVariants.SETTINGS.of(before, "store-r1w1"))
                .extracting(variant -> variant.design()
                        .store("store-r1w1")
                        .map(Store::replication)
                        .orElseThrow())
                .allMatch(replication -> replication instanceof LeaderlessReplication leaderless
                        && leaderless.askAll()
                        && !leaderless.readRepair());
    }

    @Test
    void appliedIsTriedWhereItIsAnother() {
        Topology topology = sample("failover-async.json");
        Store store = topology.stores().getFirst();
        PrimaryReplication late =
                ((PrimaryReplication) store.replication()).with(PrimaryReplication.APPLY_DELAY, Duration.ofMillis(100));
        assertThat(names(StoreVariants.SETTINGS, topology.with(store.with(Store.REPLICATION, late)), store.id()))
                .contains("all applied, local reads");
    }

    @Test
    void membersOfSeveralRegionsHaveLevels() {
        Topology topology = sample("partition-available.json");
        for (String id : List.of("db-a", "db-b", "db-c")) {
            Database database = (Database) topology.node(id).orElseThrow();
            topology = topology.with(database.with(Database.REGION, id.equals("db-c") ? "us" : "eu"));
        }
        assertThat(names(StoreVariants.SETTINGS, topology, "orders"))
                .contains("R LOCAL_QUORUM, W LOCAL_QUORUM", "R LOCAL_QUORUM, W EACH_QUORUM");
    }

    @Test
    void copiesAreFromOneToAllMembersAndQuorumsNoLargerThanThey() {
        assertThat(names(StoreVariants.COPIES, sample("partition-available.json"), "orders"))
                .containsExactly("N 3, R 1, W 1", "N 1, R 1, W 1", "N 2, R 1, W 1");
        Topology quorums = sample("quorums-side-by-side.json");
        assertThat(names(StoreVariants.COPIES, quorums, "store-r3w1"))
                .containsExactly("N 3, R 3, W 1", "N 1, R 1, W 1", "N 2, R 2, W 1");
        assertThat(names(StoreVariants.COPIES, sample("partition-consistent.json"), "orders"))
                .containsExactly("linearizable reads");
    }

    @Test
    void aDistanceIsThatOfTheMembersOnly() {
        Topology before = sample("partition-available.json");
        List<StoreVariant> variants = StoreVariants.DISTANCE.of(before, "orders");
        assertThat(variants)
                .extracting(StoreVariant::name)
                .containsExactly("as drawn", "1/4 × as far", "1/2 × as far", "2 × as far", "4 × as far");
        Topology far = variants.getLast().design();
        assertThat(far.link("db-a", "db-c").orElseThrow().latency())
                .isEqualTo(new Distribution.Fixed(Duration.ofMillis(80)));
        assertThat(far.link("web-a", "db-a")).isEqualTo(before.link("web-a", "db-a"));
        Topology exponential = StoreVariants.DISTANCE
                .of(sample("quorums-side-by-side.json"), "store-r1w1")
                .get(1)
                .design();
        assertThat(exponential.link("db-r1w1-1", "db-r1w1-2").orElseThrow().latency())
                .isEqualTo(new Distribution.Exponential(Duration.ofNanos(2_500_000)));
        assertThat(exponential.link("db-r2w2-1", "db-r2w2-2"))
                .isEqualTo(sample("quorums-side-by-side.json").link("db-r2w2-1", "db-r2w2-2"));
    }

    @Test
    void aStoreOfOneMemberIsSetAsItCanBe() {
        assertThat(NamedReplication.ofEveryProtocol(1))
                .extracting(NamedReplication::name)
                .contains("async, primary reads", "R 1, W 1", "Raft, linearizable reads")
                .doesNotContain("1 sync, primary reads", "R 2, W 2");
        assertThat(NamedReplication.ofEveryProtocol(1))
                .allMatch(each -> each.replication().fewest() == 1);
    }

    @Test
    void aStoreThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> StoreVariants.SETTINGS.of(sample("partition-available.json"), "nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void namesTellSettingsApart() {
        assertThat(NamedReplication.name(ConsensusReplication.SETTINGS.usual(), 3, true))
                .isEqualTo("Raft, linearizable reads");
        assertThat(NamedReplication.name(ConsensusReplication.SETTINGS.usual(), 3, false))
                .isEqualTo("linearizable reads");
        PrimaryReplication sync = PrimaryReplication.SETTINGS.usual().with(PrimaryReplication.SYNCHRONOUS, 2);
        assertThat(NamedReplication.name(sync, 3, false)).isEqualTo("all sync, primary reads");
        assertThat(NamedReplication.name(sync, 5, false)).isEqualTo("2 sync, primary reads");
    }
}
