package roundhouse.workbench.playback.charts;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.document.KnownNodes;

/** The charts there can be, in the order in which they stand. */
enum ChartKind {
    THROUGHPUT("Throughput", "chart-throughput", ChartModel::throughput, _ -> true),
    LATENCY("Latency", "chart-latency", ChartModel::latency, _ -> true),
    ERRORS("Errors", "chart-errors", ChartModel::errors, _ -> true),
    IN_FLIGHT("In flight per server", "chart-in-flight", ChartModel::inFlight, _ -> true),
    COST("Cost", "chart-cost", ChartModel::cost, history -> history.cost().length > 0),
    LAG("Replication lag", "chart-lag", StoreCharts::lag, ChartKind::hasStores),
    AVAILABILITY("Availability", "chart-availability", StoreCharts::availability, ChartKind::hasStores),
    HIT_RATIO(
            "Hit ratio",
            "chart-hit-ratio",
            DataCharts::hitRatios,
            history -> hasData(history) && !history.data().caches().isEmpty()),
    DIRTY("Dirty entries", "chart-dirty", DataCharts::dirty, DataCharts::wasDirty),
    STALE("Stale reads", "chart-stale", DataCharts::stale, ChartKind::hasData),
    REFUSED("Refused and lost", "chart-refused", StoreCharts::refused, ChartKind::hasStores),
    TERMS("Terms", "chart-terms", StoreCharts::terms, StoreCharts::haveLeaders),
    LEADERLESS("Without a leader", "chart-leaderless", StoreCharts::leaderless, StoreCharts::haveLeaders),
    REPAIRS("Conflicts and repairs", "chart-repairs", StoreCharts::mended, StoreCharts::wasMended),
    MESSAGES("Messages of members", "chart-messages", StoreCharts::messages, ChartKind::hasStores),
    DATABASES("Databases", "chart-databases", DataCharts::databases, ChartKind::hasData),
    GONE("Entries gone", "chart-gone", DataCharts::gone, DataCharts::wereGone);

    private final String title;
    private final String id;
    private final BiFunction<Frame.History, KnownNodes, ChartModel> model;
    private final Predicate<Frame.History> hasSomethingToSay;

    ChartKind(
            String title,
            String id,
            BiFunction<Frame.History, KnownNodes, ChartModel> model,
            Predicate<Frame.History> hasSomethingToSay) {
        this.title = title;
        this.id = id;
        this.model = model;
        this.hasSomethingToSay = hasSomethingToSay;
    }

    /** Of what needs no names of nodes. */
    ChartKind(
            String title,
            String id,
            Function<Frame.History, ChartModel> model,
            Predicate<Frame.History> hasSomethingToSay) {
        this(title, id, (history, _) -> model.apply(history), hasSomethingToSay);
    }

    private static boolean hasData(Frame.History history) {
        return history.data().isOn();
    }

    private static boolean hasStores(Frame.History history) {
        return !history.data().stores().isEmpty();
    }

    String title() {
        return title;
    }

    /** For looking it up. */
    String id() {
        return id;
    }

    /** What it shows of a history. */
    ChartModel of(Frame.History history, KnownNodes nodes) {
        return model.apply(history, nodes);
    }

    /** Whether it is of use for such a run. */
    boolean says(Frame.History history) {
        return hasSomethingToSay.test(history);
    }
}
