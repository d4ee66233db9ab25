package roundhouse.analysis.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;

class PacelcRunsTest {
    private static final Topology DESIGN = StoreVariantsTest.sample("partition-available.json");
    private static PacelcRuns protocols;

    @BeforeAll
    static void run() {
        protocols = new PacelcRuns(StoreVariants.PROTOCOLS.of(DESIGN, "orders"), "orders", () -> false).finish();
    }

    private static PacelcRow row(String name) {
        return protocols.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Asking who answers at once is fast and old and goes on; asking a majority, or one primary, is none of these. */
    @Test
    void lettersAreThoseOfTheProtocols() {
        Map<String, String> letters = new TreeMap<>();
        protocols
                .rows()
                .forEach(row ->
                        letters.put(row.name(), row.finding().orElseThrow().letters()));
        assertThat(letters)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "R 1, W 1", "PA/EL",
                        "async, local reads", "PC/EL",
                        "async, primary reads", "PC/EC",
                        "1 sync, primary reads", "PC/EC",
                        "R 2, W 2", "PC/EC",
                        "Raft, local reads", "PC/EL",
                        "Raft, lease reads", "PC/EC",
                        "Raft, linearizable reads", "PC/EC"));
    }

    @Test
    void whoIsCutOffWaitsForNobodyOrForLong() {
        StoreMeasures.Parted alone = row("R 1, W 1").parted().orElseThrow();
        assertThat(alone.readLatency().p50Nanos()).isCloseTo(2_000_000, within(10_000L));
        StoreMeasures.Parted raft = row("Raft, linearizable reads").parted().orElseThrow();
        // Two ways of 20 ms to the leader of the other side, and two more to ask a majority.
        assertThat(raft.readLatency().p50Nanos()).isBetween(40_000_000L, 95_000_000L);
        assertThat(raft.writeLatency().count()).isPositive();
    }

    /**
     * With R 1 and W 1 a read at another member is old that begins less than a message and its write after an acknowledgement: 20 + 2 ms. Two
     * of three reads are at another; writes of each of 20 keys come as a Poisson process, 90 a second of all.
     */
    @Test
    void theoryIsTheClosedFormula() {
        PbsPoint one = expected(1, 1);
        double formula = 2.0 / 3 * -Math.expm1(-0.022 * 90 / 20);
        assertThat(one.staleShare()).isCloseTo(formula, within(0.005));
        assertThat(one.readNanos()).isEqualTo(2_000_000);
        assertThat(one.writeNanos()).isEqualTo(3_000_000);
        assertThat(one.staleAgeNanos()).isCloseTo(22_000_000, within(400_000L));
        PbsPoint two = expected(2, 2);
        assertThat(two.staleShare()).isZero();
        assertThat(two.staleAgeNanos()).isZero();
        assertThat(two.readNanos()).isEqualTo(43_000_000);
        assertThat(two.writeNanos()).isEqualTo(45_000_000);
        assertThat(protocols.expected()).hasSize(9);
    }

    /** Where members are further from each other, more reads are old by the same formula, though who reads waits for nobody. */
    @Test
    void theoryHasAPointForEachDistance() {
        PacelcRuns distances = new PacelcRuns(StoreVariants.DISTANCE.of(DESIGN, "orders"), "orders", () -> false);
        while (distances.expected().isEmpty()) {
            distances.advance();
        }
        assertThat(distances.expected())
                .extracting(PbsPoint::setting)
                .containsExactly("as drawn", "1/4 × as far", "1/2 × as far", "2 × as far", "4 × as far");
        PbsPoint far = distances.expected().getLast();
        assertThat(far.readNanos()).isEqualTo(2_000_000);
        assertThat(far.staleShare()).isCloseTo(2.0 / 3 * -Math.expm1(-0.082 * 90 / 20), within(0.012));
    }

    private static PbsPoint expected(int reads, int writes) {
        return protocols.expected().stream()
                .filter(point -> point.reads() == reads && point.writes() == writes)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRunIsAsTheoryExpects() {
        StoreMeasures measures = row("R 1, W 1").measures();
        double expected = expected(1, 1).staleShare();
        double error = Math.sqrt(expected * (1 - expected) / measures.reads());
        assertThat(measures.staleShare()).isCloseTo(expected, within(3 * error));
        PacelcRow two = row("R 2, W 2");
        assertThat(two.measures().readLatency().p50Nanos())
                .isCloseTo(expected(2, 2).readNanos(), within(100_000L));
        assertThat(two.measures().writeLatency().p50Nanos())
                .isCloseTo(expected(2, 2).writeNanos(), within(100_000L));
    }

    @Test
    void rowsFillOneAfterTheOtherHoweverOftenSomebodyLooks() {
        List<StoreVariant> two = StoreVariants.PROTOCOLS.of(DESIGN, "orders").subList(0, 2);
        PacelcRuns watched = new PacelcRuns(two, "orders", () -> false);
        assertThat(watched.rows()).allMatch(row -> row.runs() == 0 && !row.isDone());
        assertThat(watched.expected()).isEmpty();
        double before = 0;
        boolean secondWaited = false;
        AtomicInteger looks = new AtomicInteger();
        while (watched.advance()) {
            assertThat(watched.progress()).isGreaterThanOrEqualTo(before);
            before = watched.progress();
            if (looks.incrementAndGet() % 20 == 0) {
                List<PacelcRow> rows = watched.rows();
                secondWaited |= rows.getFirst().measures().reads() > 0
                        && rows.getLast().measures().reads() == 0;
                assertThat(rows.getLast().runs() == 0 || rows.getFirst().isDone())
                        .isTrue();
            }
        }
        assertThat(secondWaited).isTrue();
        assertThat(watched.progress()).isEqualTo(1);
        assertThat(watched.rows()).isEqualTo(protocols.rows().subList(0, 2));
    }

    @Test
    void aSettingIsAppliedToWhatTheDesignHasBecome() {
        StoreVariant far = StoreVariants.DISTANCE.of(DESIGN, "orders").getLast();
        Topology edited = DESIGN.withSeed(7);
        Topology applied = far.appliedTo(edited, "orders");
        assertThat(applied.seed()).isEqualTo(7);
        assertThat(applied.withSeed(DESIGN.seed())).isEqualTo(far.design());
        StoreVariant asDrawn = StoreVariants.DISTANCE.of(DESIGN, "orders").getFirst();
        assertThat(asDrawn.appliedTo(applied, "orders")).isEqualTo(edited);
        StoreVariant raft = StoreVariants.PROTOCOLS.of(DESIGN, "orders").getLast();
        assertThat(raft.appliedTo(DESIGN, "orders")).isEqualTo(raft.design());
    }
}
