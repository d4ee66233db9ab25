package roundhouse.workbench.stores;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.workbench.FigureText;

/** The figures of a store, with what they are called. */
public final class StoreLiveFigures {
    private StoreLiveFigures() {}

    /** Labels and values. */
    public static Map<String, String> of(StoreReport store) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("Reads", FigureText.count(store.reads()));
        figures.put("Reads refused", FigureText.count(store.readsRefused()));
        figures.put("Stale reads", stale(store));
        figures.put(
                "Oldest stale read",
                store.staleAge().count() == 0
                        ? "–"
                        : FigureText.duration(store.staleAge().maxNanos()));
        figures.put("Writes acknowledged", FigureText.count(store.writes()));
        figures.put("Writes refused", FigureText.count(store.writesRefused()));
        figures.put("Writes of unknown outcome", FigureText.count(store.unknownWrites()));
        figures.put("Acknowledged and lost", FigureText.count(store.lostAcknowledgedWrites()));
        if (store.hasLeaders()) {
            figures.put("Term", Integer.toString(store.term()));
            figures.put("Leaders after the first", FigureText.count(store.elections()));
            figures.put("Without a leader", FigureText.duration(store.leaderlessNanos()));
        } else {
            figures.put("Hints delivered", sum(store, true) + " of " + sum(store, false));
            figures.put(
                    "Repaired by reads",
                    FigureText.count(store.members().stream()
                            .mapToLong(member -> member.counts().repairs())
                            .sum()));
            figures.put(
                    "Siblings now",
                    FigureText.count(store.members().stream()
                            .mapToLong(member -> member.counts().siblings())
                            .max()
                            .orElse(0)));
        }
        Long converged = store.convergedNanos();
        figures.put("Together after a partition", converged == null ? "–" : FigureText.duration(converged));
        figures.put("Messages of members", FigureText.count(store.messages()));
        return figures;
    }

    private static String stale(StoreReport store) {
        return Double.isNaN(store.staleShare())
                ? "–"
                : FigureText.count(store.staleReads()) + " (" + FigureText.percent(store.staleShare()) + ")";
    }

    private static String sum(StoreReport store, boolean delivered) {
        return FigureText.count(store.members().stream()
                .mapToLong(member -> delivered
                        ? member.counts().hintsDelivered()
                        : member.counts().hintsStored())
                .sum());
    }
}
