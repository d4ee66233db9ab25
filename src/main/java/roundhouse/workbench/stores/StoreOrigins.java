package roundhouse.workbench.stores;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.workbench.FigureText;

/** Where the figures of replicated stores come from. */
public final class StoreOrigins {
    private static final Origin LEADER =
            of(text("stores.leader-origin"), text("stores.leader-formula"), text("stores.no-unit"), OriginSpan.NOW);
    private static final Origin TOGETHER = of(
            text("stores.together-origin"),
            text("stores.together-formula"),
            text("stores.time"),
            OriginSpan.SINCE_START);

    private StoreOrigins() {}

    /** Of the figure with that label. */
    public static Origin of(String label) {
        for (StoreFigure figure : StoreFigure.values()) {
            if (figure.label().equals(label)) {
                return figureOf(figure);
            }
        }
        for (StoreDuration duration : StoreDuration.values()) {
            for (String statistic : StoreLiveFigures.STATISTICS) {
                if (label.equals(StoreLiveFigures.label(duration, statistic))) {
                    return of(
                            duration.meaning(),
                            text("stores.duration-formula", statistic),
                            text("stores.time"),
                            OriginSpan.SINCE_WARM_UP);
                }
            }
        }
        if (label.equals(StoreLiveFigures.LEADER)) {
            return LEADER;
        }
        if (label.equals(StoreLiveFigures.TOGETHER)) {
            return TOGETHER;
        }
        throw new IllegalArgumentException(label);
    }

    /** How many samples the figure with that label is of, in a sentence. */
    static String samples(StoreReport store, String label) {
        for (StoreDuration duration : StoreDuration.values()) {
            if (StoreLiveFigures.STATISTICS.stream()
                    .anyMatch(statistic -> label.equals(StoreLiveFigures.label(duration, statistic)))) {
                return text(
                        "stores.samples-durations",
                        FigureText.count(store.of(duration).count()));
            }
        }
        boolean now = of(label).span() == OriginSpan.NOW;
        long operations = Math.round(store.of(StoreFigure.READS) + store.of(StoreFigure.WRITES));
        return now
                ? text("stores.samples-now")
                : text(
                        "stores.samples-operations",
                        FigureText.count(operations),
                        FigureText.count(Math.round(store.of(StoreFigure.MESSAGES))));
    }

    private static Origin figureOf(StoreFigure figure) {
        OriginSpan span = figure.isLevel() ? OriginSpan.NOW : OriginSpan.SINCE_START;
        return switch (figure.unit()) {
            case COUNT -> of(figure.meaning(), text("stores.count-formula"), text("stores.count-unit"), span);
            case SHARE -> of(figure.meaning(), text("stores.share-formula"), text("stores.share-unit"), span);
            case NANOS -> of(figure.meaning(), text("stores.nanos-formula"), text("stores.time"), span);
            case BYTES -> of(figure.meaning(), text("stores.bytes-formula"), text("stores.bytes-unit"), span);
        };
    }

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                text("stores.origin-inputs"),
                span,
                text("stores.origin-not-modelled"),
                text("stores.origin-no-theory"));
    }
}
