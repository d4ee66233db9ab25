package roundhouse.workbench.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.simulation.observing.stores.MemberFigure;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.workbench.tradeoffs.CapFinding.State;

class StoreFindingsTest {
    private static StoreReport store(long stale, StoreReport.Member... members) {
        List<Double> values = new ArrayList<>(Collections.nCopies(StoreFigure.values().length, 0.0));
        values.set(StoreFigure.READS.ordinal(), 100.0);
        values.set(StoreFigure.STALE_READS.ordinal(), (double) stale);
        values.set(StoreFigure.TERM.ordinal(), 1.0);
        List<StoreReport.Durations> none =
                Collections.nCopies(StoreDuration.values().length, StoreReport.Durations.NONE);
        return new StoreReport("orders", "Orders", "consensus", "db-a", null, values, none, List.of(members));
    }

    private static StoreReport.Member member(String id, long answered, long refused) {
        List<Long> values = new ArrayList<>(Collections.nCopies(MemberFigure.values().length, 0L));
        values.set(MemberFigure.ANSWERED_PARTED.ordinal(), answered);
        values.set(MemberFigure.REFUSED_PARTED.ordinal(), refused);
        return new StoreReport.Member(id, true, false, "db-a", -1, values);
    }

    @Test
    void withoutAPartitionNothingIsKnown() {
        StoreReport store = store(0, member("db-a", 0, 0));
        assertThat(StoreFindings.partition(store, false).state()).isEqualTo(State.NOT_TESTED);
        assertThat(StoreFindings.availability(store, Topology.EMPTY).state()).isEqualTo(State.NOT_TESTED);
        assertThat(StoreFindings.partition(store, true).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void oneThatWasUpAndRefusedBreaksAvailability() {
        StoreReport store = store(0, member("db-a", 10, 0), member("db-b", 2, 3), member("db-c", 1, 1));
        assertThat(StoreFindings.availability(store, Topology.EMPTY).state()).isEqualTo(State.BROKEN);
        assertThat(StoreFindings.availability(store, Topology.EMPTY).how())
                .isEqualTo(
                        "1 of 3 members answered everything during a partition; db-b did not answer 3 of 5 requests, though it was up.");
        assertThat(StoreFindings.availability(store(0, member("db-a", 10, 0)), Topology.EMPTY)
                        .state())
                .isEqualTo(State.HOLDS);
        assertThat(StoreFindings.partition(store, false).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void anOldValueIsEnoughToKnowThatItIsNotConsistent() {
        assertThat(StoreFindings.consistency(store(1)).state()).isEqualTo(State.BROKEN);
        assertThat(StoreFindings.consistency(store(0)).state()).isEqualTo(State.UNKNOWN);
    }
}
