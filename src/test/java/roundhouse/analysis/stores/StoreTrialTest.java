package roundhouse.analysis.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;

/** Latencies follow from the design: links of 0.5 ms to a member and 20 ms between members, reads of 1 ms, writes of 2 ms. */
class StoreTrialTest {
    private static final double TO_MEMBER = 2 * 0.5;
    private static final double BETWEEN = 2 * 20;
    private static final double READ = 1;
    private static final double WRITE = 2;

    private static StoreTrial tried(Topology topology, StoreVariants what, String setting) {
        return new StoreTrial(
                        what.of(topology, "orders").stream()
                                .filter(variant -> variant.name().equals(setting))
                                .findFirst()
                                .orElseThrow()
                                .design(),
                        "orders")
                .finish();
    }

    private static StoreTrial tried(String setting) {
        return tried(StoreVariantsTest.sample("partition-available.json"), StoreVariants.PROTOCOLS, setting);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    @Test
    void latencyIsWhatTheWayOfAnsweringTakes() {
        StoreMeasures one = tried("R 1, W 1").measures();
        assertThat(millis(one.readLatency().p50Nanos())).isCloseTo(TO_MEMBER + READ, within(0.01));
        assertThat(millis(one.readLatency().p99Nanos())).isCloseTo(TO_MEMBER + READ, within(0.01));
        assertThat(millis(one.writeLatency().p50Nanos())).isCloseTo(TO_MEMBER + WRITE, within(0.01));
        StoreMeasures two = tried("R 2, W 2").measures();
        assertThat(millis(two.readLatency().p50Nanos())).isCloseTo(TO_MEMBER + READ + BETWEEN + READ, within(0.05));
        assertThat(millis(two.writeLatency().p50Nanos())).isCloseTo(TO_MEMBER + WRITE + BETWEEN + WRITE, within(0.05));
        // Two of three requests come to a member that is not the primary.
        StoreMeasures sync = tried("1 sync, primary reads").measures();
        assertThat(millis(sync.writeLatency().p50Nanos()))
                .isCloseTo(TO_MEMBER + WRITE + BETWEEN + WRITE + BETWEEN + WRITE, within(0.1));
    }

    @Test
    void whatWaitsForOthersIsNotStale() {
        assertThat(tried("R 1, W 1").measures().staleReads()).isPositive();
        assertThat(tried("async, local reads").measures().staleReads()).isPositive();
        for (String setting :
                List.of("R 2, W 2", "Raft, linearizable reads", "Raft, lease reads", "async, primary reads")) {
            StoreMeasures measures = tried(setting).measures();
            assertThat(measures.reads()).as(setting).isGreaterThan(1_000);
            assertThat(measures.staleReads()).as(setting).isZero();
        }
    }

    @Test
    void olderIsWhatIsFurther() {
        Topology topology = StoreVariantsTest.sample("partition-available.json");
        StoreMeasures near =
                tried(topology, StoreVariants.DISTANCE, "1/4 × as far").measures();
        StoreMeasures far =
                tried(topology, StoreVariants.DISTANCE, "4 × as far").measures();
        assertThat(far.staleShare()).isGreaterThan(4 * near.staleShare());
        // Nothing is older than a message takes to the others, and their writing.
        assertThat(millis(near.staleP99Nanos())).isBetween(4.0, 20.0 / 4 + WRITE);
        assertThat(millis(far.staleP99Nanos())).isBetween(70.0, 20.0 * 4 + WRITE);
    }

    @Test
    void aPartitionTakesAnswersOrFreshness() {
        StoreMeasures.Parted available = tried("R 1, W 1").parted().orElseThrow();
        assertThat(available.members()).extracting(StoreMeasures.Side::member).containsExactly("db-a", "db-b", "db-c");
        assertThat(available.isAvailable()).isTrue();
        assertThat(available.availability()).isEqualTo(1);
        assertThat(available.staleShare()).isGreaterThan(0.2);
        StoreMeasures.Parted consistent =
                tried("Raft, linearizable reads").parted().orElseThrow();
        assertThat(consistent.isAvailable()).isFalse();
        assertThat(consistent.staleReads()).isZero();
        assertThat(consistent.members().getFirst().answered()).isZero();
        assertThat(consistent.members().subList(1, 3)).allMatch(side -> side.refused() == 0);
        assertThat(consistent.availability()).isCloseTo(2.0 / 3, within(0.05));
    }

    @Test
    void itIsTheSameHoweverOftenSomebodyLooks() {
        Topology design = StoreVariantsTest.sample("quorums-side-by-side.json");
        StoreTrial watched = new StoreTrial(design, "store-r1w1");
        double before = 0;
        assertThat(watched.runs()).isZero();
        while (watched.advance()) {
            watched.measures();
            assertThat(watched.progress()).isGreaterThanOrEqualTo(before);
            before = watched.progress();
        }
        StoreTrial alone = new StoreTrial(design, "store-r1w1").finish();
        assertThat(watched.progress()).isEqualTo(1);
        assertThat(watched.runs()).isEqualTo(2).isEqualTo(watched.of());
        assertThat(watched.measures()).isEqualTo(alone.measures());
        assertThat(watched.parted()).isEqualTo(alone.parted()).isPresent();
    }

    @Test
    void itsOwnPartitionIsTakenAndNothingElseOfTheScenario() {
        Topology design = StoreVariantsTest.sample("partition-consistent.json");
        Store store = design.store("orders").orElseThrow();
        PartitionPlan own = PartitionPlan.of(design, store).orElseThrow();
        assertThat(own.groups().getFirst()).containsExactlyInAnyOrder("db-a", "web-a", "users-a");
        assertThat(own.begin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(own.end()).isEqualTo(Duration.ofSeconds(40));
        Topology crashing = design.withScenario(
                List.of(new TimedCommand(Duration.ofSeconds(1), new Command.Restart("db-a", Duration.ofSeconds(30)))));
        assertThat(new StoreTrial(crashing, "orders").finish().measures().refused())
                .isZero();
    }

    @Test
    void withoutAPartitionOfItsOwnFewerThanHalfAreCutOff() {
        Topology design = StoreVariantsTest.sample("partition-consistent.json").withScenario(List.of());
        Store store = design.store("orders").orElseThrow();
        PartitionPlan made = PartitionPlan.of(design, store).orElseThrow();
        assertThat(made.groups())
                .containsExactly(
                        List.of("db-a", "web-a", "users-a"),
                        List.of("db-b", "db-c", "web-b", "web-c", "users-b", "users-c"));
        assertThat(made.begin()).isEqualTo(Duration.ofSeconds(10));
        // Who reaches members on both sides is on neither.
        Topology quorums = StoreVariantsTest.sample("quorums-side-by-side.json");
        assertThat(PartitionPlan.of(quorums, quorums.store("store-r1w1").orElseThrow())
                        .orElseThrow()
                        .groups())
                .containsExactly(
                        List.of("db-r1w1-1", "web-r1w1-1"),
                        List.of("db-r1w1-2", "db-r1w1-3", "web-r1w1-2", "web-r1w1-3"));
        assertThat(PartitionPlan.of(design, store.with(Store.MEMBERS, List.of("db-a"))))
                .isEmpty();
    }
}
