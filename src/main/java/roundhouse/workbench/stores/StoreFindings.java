package roundhouse.workbench.stores;

import java.util.List;
import roundhouse.simulation.observing.stores.StoreReport;
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
            return new CapFinding(State.HOLDS, "The network is parted now, and the members work on.");
        }
        return asked(store).isEmpty()
                ? new CapFinding(State.NOT_TESTED, "There was no partition yet. Drag across the canvas to make one.")
                : new CapFinding(State.HOLDS, "There was a partition, and the members worked on.");
    }

    /** Whether every member that was up answered all that it was asked during a partition. */
    static CapFinding availability(StoreReport store) {
        List<StoreReport.Member> asked = asked(store);
        if (asked.isEmpty()) {
            return new CapFinding(State.NOT_TESTED, "Nothing was asked during a partition yet.");
        }
        List<StoreReport.Member> refusing =
                asked.stream().filter(member -> member.refusedParted() > 0).toList();
        if (refusing.isEmpty()) {
            return new CapFinding(
                    State.HOLDS,
                    "Each of " + asked.size() + " members that were asked during a partition answered everything.");
        }
        StoreReport.Member most = refusing.getFirst();
        for (StoreReport.Member member : refusing) {
            most = member.refusedParted() > most.refusedParted() ? member : most;
        }
        long all = most.answeredParted() + most.refusedParted();
        return new CapFinding(
                State.BROKEN,
                (asked.size() - refusing.size()) + " of " + asked.size()
                        + " members answered everything during a partition; "
                        + most.id() + " did not answer " + FigureText.count(most.refusedParted()) + " of "
                        + FigureText.count(all) + " requests, though it was up.");
    }

    /** As far as the figures go, before the history is judged. */
    static CapFinding consistency(StoreReport store) {
        if (store.staleReads() > 0) {
            return new CapFinding(
                    State.BROKEN,
                    FigureText.count(store.staleReads()) + " of " + FigureText.count(store.reads())
                            + " reads gave an old value; judge the history to see one.");
        }
        return new CapFinding(
                State.UNKNOWN,
                "No read gave an old value so far; judge the history to know whether one order explains all.");
    }
}
