package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.tradeoffs.CapFinding;
import roundhouse.workbench.tradeoffs.CapFinding.State;

/** What a frame shows of the corners of the CAP triangle for one store. */
final class StoreFindings {
    private StoreFindings() {}

    private static List<StoreReport.Member> asked(StoreReport store) {
        return store.members().stream()
                .filter(member -> member.answeredParted() + member.refusedParted() > 0)
                .toList();
    }

    /** Whether there was a partition, and somebody asked meanwhile. */
    static CapFinding partition(StoreReport store, boolean isParted) {
        if (isParted) {
            return new CapFinding(State.HOLDS, text("stores.parted-now"));
        }
        return asked(store).isEmpty()
                ? new CapFinding(State.NOT_TESTED, text("stores.never-parted"))
                : new CapFinding(State.HOLDS, text("stores.was-parted"));
    }

    /** Whether every member that was up answered all that it was asked during a partition. */
    static CapFinding availability(StoreReport store, Topology topology) {
        List<StoreReport.Member> asked = asked(store);
        if (asked.isEmpty()) {
            return new CapFinding(State.NOT_TESTED, text("stores.nothing-asked"));
        }
        List<StoreReport.Member> refusing =
                asked.stream().filter(member -> member.refusedParted() > 0).toList();
        if (refusing.isEmpty()) {
            return new CapFinding(State.HOLDS, text("stores.all-answered", asked.size()));
        }
        StoreReport.Member most = refusing.getFirst();
        for (StoreReport.Member member : refusing) {
            most = member.refusedParted() > most.refusedParted() ? member : most;
        }
        long all = most.answeredParted() + most.refusedParted();
        return new CapFinding(
                State.BROKEN,
                text(
                        "stores.some-answered",
                        asked.size() - refusing.size(),
                        asked.size(),
                        topology.title(most.id()),
                        FigureText.count(most.refusedParted()),
                        FigureText.count(all)));
    }

    /** As far as the figures go, before the history is judged. */
    static CapFinding consistency(StoreReport store) {
        if (store.staleReads() > 0) {
            return new CapFinding(
                    State.BROKEN,
                    text("stores.stale-reads", FigureText.count(store.staleReads()), FigureText.count(store.reads())));
        }
        return new CapFinding(State.UNKNOWN, text("stores.no-stale-reads"));
    }
}
