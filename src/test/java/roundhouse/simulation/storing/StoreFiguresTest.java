package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.cutOff;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.store;
import static roundhouse.simulation.storing.StoreSystems.three;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.StoreSeries;
import roundhouse.simulation.observing.stores.AvailabilityFigure;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.PrimaryReplication;
import roundhouse.topology.stores.QuorumSize;

/** Whole runs: what figures of stores say against what must be, and against each other. */
class StoreFiguresTest {
    private static final PrimaryReplication PRIMARY = PrimaryReplication.SETTINGS.usual();
    private static final LeaderlessReplication ONE = LeaderlessReplication.SETTINGS
            .usual()
            .with(LeaderlessReplication.R, QuorumSize.of(1))
            .with(LeaderlessReplication.W, QuorumSize.of(1));

    private static Topology parted(Topology system) {
        return at(at(system, 10, cutOff()), 20, new Command.Heal(true));
    }

    private static DataReport data(Run run) {
        return Objects.requireNonNull(run.report().data());
    }

    /** A write is at a follower as soon as it has come 10 ms and been written for 1 ms. */
    @Test
    void lagIsTheWayFromThePrimary() {
        StoreReport store = store(run(three(PRIMARY), 20).report());
        StoreReport.Durations lag = store.of(StoreDuration.LAG);
        assertThat(lag.count()).isEqualTo(2 * store.writes());
        assertThat(lag.p50Nanos() / 1e6).isEqualTo(11, within(0.2));
        assertThat(store.members().getFirst().of(MemberFigure.MOST_LAG)).isZero();
        // 75 writes a second, so seldom more than four within 11 ms.
        assertThat(store.members().getLast().of(MemberFigure.MOST_BEHIND)).isBetween(2L, 8L);
    }

    @Test
    void aFollowerThatIsCutOffLacksWhatWasWrittenSince() {
        Command.Partition cut = new Command.Partition(List.of(
                List.of("db-c", "web-c", "clients-c"),
                List.of("db-a", "db-b", "web-a", "web-b", "clients-a", "clients-b")));
        Run run = Run.of(at(at(three(PRIMARY), 10, cut), 20, new Command.Heal(true)));
        run.runUntil(10_000_000_000L);
        long before = store(run.report()).writes();
        run.runUntil(19_900_000_000L);
        StoreReport parted = store(run.report());
        assertThat((double) parted.members().getLast().of(MemberFigure.BEHIND))
                .isEqualTo(parted.writes() - before, within(3.0));
        // Since the first write that did not come any more, some 13 ms before or after the cut.
        assertThat(parted.members().getLast().of(MemberFigure.LAG) / 1e9).isBetween(9.8, 9.92);
        assertThat(parted.of(StoreFigure.MOST_LAG))
                .isEqualTo((double) parted.members().getLast().of(MemberFigure.LAG));
        run.runUntil(30_000_000_000L);
        StoreReport healed = store(run.report());
        assertThat(healed.members().getLast().of(MemberFigure.BEHIND)).isLessThan(8);
        assertThat(healed.members().getLast().of(MemberFigure.MOST_LAG) / 1e9).isBetween(9.9, 11.0);
    }

    /** During the partition the minority's clients get nothing of a consensus store, and the others nearly all. */
    @Test
    void availabilityIsToldOfEachClientAndOfThePartition() {
        Run run = run(parted(three(ConsensusReplication.SETTINGS.usual())), 30);
        List<AvailabilityReport> clients = data(run).availability();
        assertThat(clients).extracting(AvailabilityReport::id).containsExactly("clients-a", "clients-b", "clients-c");
        assertThat(clients).extracting(AvailabilityReport::side).containsExactly(0, 1, 1);
        AvailabilityReport alone = clients.getFirst();
        // What was asked in the last 2 s before the cut may have been answered within it.
        assertThat(alone.share(AvailabilityFigure.PARTED)).isLessThan(0.02);
        assertThat(clients.getLast().share(AvailabilityFigure.PARTED)).isBetween(0.5, 1.0);
        long asked = alone.asked(AvailabilityFigure.ALL);
        assertThat(alone.asked(AvailabilityFigure.READS) + alone.asked(AvailabilityFigure.WRITES))
                .isEqualTo(asked);
        assertThat((double) asked).isEqualTo(30 * 50, within(4 * Math.sqrt(1_500) + 100));
        Run calm = run(three(ConsensusReplication.SETTINGS.usual()), 10);
        assertThat(data(calm).availability()).allMatch(of -> of.asked(AvailabilityFigure.PARTED) == 0);
    }

    @Test
    void aStoreThatAnswersOnEverySideIsAvailable() {
        StoreReport store = store(run(parted(three(ONE)), 30).report());
        assertThat(store.of(StoreFigure.AVAILABILITY_PARTED)).isEqualTo(1);
        assertThat(store.of(StoreFigure.HINTS_STORED)).isPositive();
        assertThat(store.of(StoreFigure.HINTS_DELIVERED)).isEqualTo(store.of(StoreFigure.HINTS_STORED));
        StoreReport refusing = store(
                run(parted(three(ConsensusReplication.SETTINGS.usual())), 30).report());
        assertThat(refusing.of(StoreFigure.AVAILABILITY_PARTED)).isBetween(0.3, 0.95);
    }

    /** What grows in the spans of a run is together what the report says at its end. */
    @Test
    void spansAddUpToTheReport() {
        for (Topology system : List.of(parted(three(ConsensusReplication.SETTINGS.usual())), parted(three(ONE)))) {
            Run run = run(system, 30);
            Frame frame = new Frame();
            run.observe(frame);
            StoreReport store = store(run.report());
            StoreSeries series = frame.history.data().stores().getFirst();
            assertThat(series.leaders()).isEqualTo(store.hasLeaders());
            for (StoreFigure figure : StoreFigure.values()) {
                if (!figure.isLevel() && !Double.isNaN(store.of(figure)) && isCount(figure)) {
                    assertThat(LongStream.of(series.parts()[figure.ordinal()]).sum())
                            .as(figure.key())
                            .isBetween(store.count(figure) - ofLastInstant(figure), store.count(figure));
                }
            }
            long[] lag = series.lagNanos()[0];
            assertThat(LongStream.of(lag).max().orElse(0))
                    .as("cut off from 10 s to 20 s, but others must lead before they write what it lacks")
                    .isGreaterThan(5_000_000_000L);
            assertThat(LongStream.of(Arrays.copyOf(lag, 95)).max().orElse(0)).isLessThan(100_000_000L);
        }
    }

    /** What is sent at the very end of the last span, heartbeats and the like, is in none. */
    private static long ofLastInstant(StoreFigure figure) {
        return figure == StoreFigure.MESSAGES ? 12 : figure == StoreFigure.BYTES ? 1_000 : 0;
    }

    private static boolean isCount(StoreFigure figure) {
        return figure != StoreFigure.STALE_SHARE
                && figure != StoreFigure.AVAILABILITY
                && figure != StoreFigure.AVAILABILITY_PARTED;
    }

    @Test
    void availabilityOverTimeIsOfWhatEndedInTheSpan() {
        Frame frame = new Frame();
        run(parted(three(ConsensusReplication.SETTINGS.usual())), 30).observe(frame);
        DataHistory data = frame.history.data();
        assertThat(data.clients()).containsExactly("clients-a", "clients-b", "clients-c");
        assertThat(data.availability()[0][50]).isEqualTo(1);
        assertThat(Arrays.stream(data.availability()[0], 130, 195).filter(share -> share > 0))
                .as("cut off from 10 s to 20 s")
                .isEmpty();
    }
}
