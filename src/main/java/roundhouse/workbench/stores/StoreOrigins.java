package roundhouse.workbench.stores;

import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.observing.stores.StoreDuration;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.workbench.FigureText;

/** Where the figures of replicated stores come from. */
public final class StoreOrigins {
    private static final Origin LEADER = of("Who leads now.", "by the members' votes", "none", OriginSpan.NOW);
    private static final Origin TOGETHER = of(
            "How long after the last partition all members had the same.",
            "the time of the last difference − the end of the partition",
            "time",
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
            if (label.startsWith(duration.label() + ", ")) {
                return of(
                        duration.meaning(),
                        label.substring(duration.label().length() + 2) + " of all such times",
                        "time",
                        OriginSpan.SINCE_WARM_UP);
            }
        }
        return switch (label) {
            case "Leader" -> LEADER;
            case "Together after a partition" -> TOGETHER;
            default -> throw new IllegalArgumentException(label);
        };
    }

    /** How many samples the figure with that label is of, in a sentence. */
    static String samples(StoreReport store, String label) {
        for (StoreDuration duration : StoreDuration.values()) {
            if (label.startsWith(duration.label() + ", ")) {
                return FigureText.count(store.of(duration).count()) + " such times.";
            }
        }
        boolean now = of(label).span() == OriginSpan.NOW;
        long operations = Math.round(store.of(StoreFigure.READS) + store.of(StoreFigure.WRITES));
        return now
                ? "one: the state at this instant."
                : "of " + FigureText.count(operations) + " reads and writes that were answered, and "
                        + FigureText.count(Math.round(store.of(StoreFigure.MESSAGES))) + " messages, since the start.";
    }

    private static Origin figureOf(StoreFigure figure) {
        OriginSpan span = figure.isLevel() ? OriginSpan.NOW : OriginSpan.SINCE_START;
        return switch (figure.unit()) {
            case COUNT -> of(figure.meaning(), "a count", "a count", span);
            case SHARE -> of(figure.meaning(), "those it says / all of their kind", "a share, 0 to 100 %", span);
            case NANOS -> of(figure.meaning(), "∑ of such times", "time", span);
            case BYTES -> of(figure.meaning(), "∑ of sizes", "bytes, in MiB", span);
        };
    }

    private static Origin of(String what, String formula, String unit, OriginSpan span) {
        return Origin.of(
                what,
                formula,
                unit,
                "each read, write and message of the store's members",
                span,
                "Disks that lose what they said they had, and members that lie.",
                "how members agree depends on the order of messages, for which there is no closed form here");
    }
}
