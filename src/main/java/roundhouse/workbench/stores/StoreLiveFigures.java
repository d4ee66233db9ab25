package roundhouse.workbench.stores;

import java.util.LinkedHashMap;
import java.util.Map;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.workbench.FigureText;

/** The figures of a store, with what they are called. */
public final class StoreLiveFigures {
    private static final String NOTHING = "–";

    private StoreLiveFigures() {}

    /** Labels and values. */
    public static Map<String, String> of(StoreReport store) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (store.hasLeaders()) {
            String leader = store.leader();
            figures.put("Leader", leader == null ? "nobody" : leader);
        }
        for (StoreFigure figure : StoreFigure.values()) {
            if (figure.isOf(store.hasLeaders())) {
                figures.put(figure.label(), text(figure, store.of(figure)));
            }
        }
        for (StoreDuration duration : StoreDuration.values()) {
            StoreReport.Durations its = store.of(duration);
            figures.put(
                    duration.label() + ", mean",
                    its.count() == 0 ? NOTHING : FigureText.duration(Math.round(its.meanNanos())));
            figures.put(duration.label() + ", p99", its.count() == 0 ? NOTHING : FigureText.duration(its.p99Nanos()));
            figures.put(duration.label() + ", max", its.count() == 0 ? NOTHING : FigureText.duration(its.maxNanos()));
        }
        Long converged = store.convergedNanos();
        figures.put("Together after a partition", converged == null ? NOTHING : FigureText.duration(converged));
        return figures;
    }

    private static String text(StoreFigure figure, double value) {
        return switch (figure.unit()) {
            case COUNT -> FigureText.count(Math.round(value));
            case SHARE -> Double.isNaN(value) ? NOTHING : FigureText.percent(value);
            case NANOS -> FigureText.duration(Math.round(value));
            case BYTES -> FigureText.mebibytes(Math.round(value));
        };
    }
}
