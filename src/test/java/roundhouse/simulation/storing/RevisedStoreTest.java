package roundhouse.simulation.storing;

import static org.assertj.core.api.Assertions.assertThat;
import static roundhouse.simulation.storing.StoreSystems.store;
import static roundhouse.simulation.storing.StoreSystems.three;

import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Command;
import roundhouse.topology.Deletion;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.ConsensusReplication;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/** Stores whose settings change while they run. */
class RevisedStoreTest {
    private static final long SECOND = 1_000_000_000;
    private static final ConsensusReplication CONSENSUS = ConsensusReplication.SETTINGS.usual();

    private static Topology with(Topology topology, Replication replication) {
        return topology.with(topology.store("orders").orElseThrow().with(Store.REPLICATION, replication));
    }

    /** What was read and written between two moments; what the run holds then is measured from its start. */
    private static long doneBetween(Run run, long fromNanos, long toNanos) {
        run.runUntil(fromNanos);
        StoreReport before = store(run.report());
        run.runUntil(toNanos);
        StoreReport after = store(run.report());
        return after.reads() + after.writes() - before.reads() - before.writes();
    }

    @Test
    void anotherProtocolGoesToWorkAtOnce() {
        Run run = Run.of(three(CONSENSUS));
        run.runUntil(5 * SECOND);
        run.apply(new Command.Revise(with(three(CONSENSUS), LeaderlessReplication.SETTINGS.usual())));
        assertThat(doneBetween(run, 5 * SECOND, 6 * SECOND)).isBetween(100L, 200L);
        run.apply(new Command.Revise(three(CONSENSUS)));
        assertThat(doneBetween(run, 9 * SECOND, 10 * SECOND)).isBetween(100L, 200L);
        assertThat(run.notices())
                .extracting(notice -> notice.text())
                .filteredOn(text -> text.contains("begins anew"))
                .hasSize(2);
    }

    /** As somebody builds it before the run begins. */
    @Test
    void changesBeforeTheBeginningAreAsIfThereHadBeenNone() {
        Topology whole = with(three(CONSENSUS), LeaderlessReplication.SETTINGS.usual());
        Run run = Run.of(Deletion.of(whole, Set.of("db-a", "db-b", "db-c")));
        run.apply(new Command.Revise(three(CONSENSUS)));
        run.apply(new Command.Revise(whole));
        assertThat(doneBetween(run, SECOND, 2 * SECOND)).isBetween(100L, 200L);
    }
}
