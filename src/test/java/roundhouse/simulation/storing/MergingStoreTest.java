package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.StoreSystems.at;
import static roundhouse.simulation.storing.StoreSystems.cutOff;
import static roundhouse.simulation.storing.StoreSystems.run;
import static roundhouse.simulation.storing.StoreSystems.store;
import static roundhouse.simulation.storing.StoreSystems.three;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.LeaderlessReplication.Conflicts;
import roundhouse.topology.stores.QuorumSize;

/** Stores without a leader whose values merge, in runs. */
class MergingStoreTest {
    private static LeaderlessReplication quorums(Conflicts conflicts, int size) {
        return LeaderlessReplication.SETTINGS
                .usual()
                .with(LeaderlessReplication.CONFLICTS, conflicts)
                .with(LeaderlessReplication.R, QuorumSize.of(size))
                .with(LeaderlessReplication.W, QuorumSize.of(size));
    }

    private static HistoryVerdict linearizable(Run run) {
        return new Checker(run.histories().firstEntry().getValue(), Budget.of(300_000))
                .check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    private static long conflicts(StoreReport store) {
        return store.members().stream()
                .mapToLong(member -> member.counts().conflicts())
                .sum();
    }

    private static long siblings(StoreReport store) {
        return store.members().stream()
                .mapToLong(member -> member.counts().siblings())
                .sum();
    }

    /** Both sides of a partition go on; when it is healed both have what either was told. */
    @ParameterizedTest
    @EnumSource(
            value = Conflicts.class,
            names = {"COUNTER", "SET"})
    void bothSidesOfAPartitionAddAndNothingIsLost(Conflicts conflicts) {
        Topology system = at(at(three(quorums(conflicts, 1)), 5, cutOff()), 10, new Command.Heal(true));
        Run run = run(system, 20);
        StoreReport store = store(run.report());
        assertThat(store.lostAcknowledgedWrites()).isZero();
        assertThat(store.staleReads())
                .as("a side does not know what the other was told")
                .isPositive();
        assertThat(store.convergedNanos()).isNotNull().isPositive();
        assertThat(conflicts(store)).isZero();
    }

    @Test
    void aCounterOfTwoSidesIsNotLinearizable() {
        Run run = run(at(three(quorums(Conflicts.COUNTER, 1)), 1, cutOff()), 4);
        assertThat(linearizable(run)).isInstanceOf(HistoryVerdict.Broken.class);
    }

    /** What is read at the end is what was added: no fewer than were acknowledged, no more than were asked for. */
    @Test
    void aCounterHasAllThatWereAcknowledged() {
        Run run = run(at(at(three(quorums(Conflicts.COUNTER, 1)), 5, cutOff()), 10, new Command.Heal(true)), 25);
        OperationHistory history = run.histories().firstEntry().getValue();
        assertThat(history.model()).isEqualTo(ModelKind.COUNTER);
        long checked = 0;
        for (int read = 0; read < history.size(); read++) {
            if (history.kind(read) != OperationKind.READ || !history.isKnown(read) || history.call(read) < 20e9) {
                continue;
            }
            long before = 0;
            long begun = 0;
            for (int other = 0; other < history.size(); other++) {
                if (history.kind(other) == OperationKind.INCREMENT && history.key(other) == history.key(read)) {
                    // Replicas are 10 ms apart.
                    before += history.returned(other) < history.call(read) - 30_000_000 ? 1 : 0;
                    begun += history.call(other) < history.returned(read) ? 1 : 0;
                }
            }

            long sum = ((Value.Whole) history.value(history.result(read))).number();
            assertThat(sum).isBetween(before, begun);
            checked++;
        }
        assertThat(checked).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Conflicts.class,
            names = {"COUNTER", "SET"})
    void quorumsThatMeetAreNeverBehindWhatWasAcknowledged(Conflicts conflicts) {
        Run run = run(three(quorums(conflicts, 2)), 4);
        assertThat(store(run.report()).staleReads()).isZero();
        assertThat(store(run.report()).reads()).isGreaterThan(100);
        assertThat(linearizable(run)).isInstanceOf(HistoryVerdict.Holds.class);
    }

    /** A clock that is ahead takes writes away where the last one wins, and nothing where versions tell themselves apart. */
    @Test
    void aWrongClockTakesNothingWhereVersionsTellThemselvesApart() {
        Command wrong = new Command.Clock("db-a", Duration.ofSeconds(2));
        StoreReport last = store(run(at(three(quorums(Conflicts.LAST_WRITE_WINS, 2)), 5, wrong), 15)
                .report());
        assertThat(last.lostAcknowledgedWrites()).isGreaterThan(20);
        for (Conflicts conflicts : new Conflicts[] {Conflicts.SIBLINGS, Conflicts.COUNTER, Conflicts.SET}) {
            StoreReport store =
                    store(run(at(three(quorums(conflicts, 2)), 5, wrong), 15).report());
            assertThat(store.lostAcknowledgedWrites()).as(conflicts.toString()).isZero();
            assertThat(store.staleReads()).as(conflicts.toString()).isZero();
        }
    }

    @Test
    void siblingsStandBesideEachOtherAfterAPartition() {
        Topology system = at(at(three(quorums(Conflicts.SIBLINGS, 1)), 5, cutOff()), 10, new Command.Heal(true));
        StoreReport parted = store(run(system, 11).report());
        assertThat(conflicts(parted)).isPositive();
        assertThat(siblings(parted)).isPositive();
        assertThat(store(run(system, 20).report()).lostAcknowledgedWrites()).isZero();
    }
}
