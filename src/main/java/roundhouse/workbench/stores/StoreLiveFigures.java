package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;

/** The figures of a store, with what they are called. */
public final class StoreLiveFigures {
    static final String LEADER = text("stores.leader");
    static final String TOGETHER = text("stores.together");
    private static final String NOTHING = "–";
    private static final String MEAN = text("stores.mean");
    private static final String P99 = text("stores.p99");
    private static final String MAX = text("stores.max");
    /** What is told of durations. */
    static final List<String> STATISTICS = List.of(MEAN, P99, MAX);

    private static final Map<StoreDuration, Map<String, String>> LABELS = labels();

    private StoreLiveFigures() {}

    /** Labels and values; members by their names in the topology. */
    public static Map<String, String> of(StoreReport store, Topology topology) {
        Map<String, String> figures = new LinkedHashMap<>();
        if (store.hasLeaders()) {
            String leader = store.leader();
            figures.put(LEADER, leader == null ? text("stores.nobody") : topology.title(leader));
        }
        for (StoreFigure figure : StoreFigure.values()) {
            if (figure.isOf(store.hasLeaders())) {
                figures.put(figure.label(), value(figure, store.of(figure)));
            }
        }
        for (StoreDuration duration : StoreDuration.values()) {
            StoreReport.Durations its = store.of(duration);
            boolean none = its.count() == 0;
            figures.put(label(duration, MEAN), none ? NOTHING : FigureText.duration(Math.round(its.meanNanos())));
            figures.put(label(duration, P99), none ? NOTHING : FigureText.duration(its.p99Nanos()));
            figures.put(label(duration, MAX), none ? NOTHING : FigureText.duration(its.maxNanos()));
        }
        Long converged = store.convergedNanos();
        figures.put(TOGETHER, converged == null ? NOTHING : FigureText.duration(converged));
        return figures;
    }

    /** Of one of the {@link #STATISTICS} of durations. */
    static String label(StoreDuration duration, String statistic) {
        return Objects.requireNonNull(
                Objects.requireNonNull(LABELS.get(duration)).get(statistic));
    }

    private static Map<StoreDuration, Map<String, String>> labels() {
        Map<StoreDuration, Map<String, String>> labels = new EnumMap<>(StoreDuration.class);
        for (StoreDuration duration : StoreDuration.values()) {
            labels.put(
                    duration,
                    STATISTICS.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    statistic -> text("stores.duration-of", duration.label(), statistic))));
        }
        return labels;
    }

    private static String value(StoreFigure figure, double value) {
        return switch (figure.unit()) {
            case COUNT -> FigureText.count(Math.round(value));
            case SHARE -> Double.isNaN(value) ? NOTHING : FigureText.percent(value);
            case NANOS -> FigureText.duration(Math.round(value));
            case BYTES -> FigureText.mebibytes(Math.round(value));
        };
    }
}
