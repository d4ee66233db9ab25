package roundhouse.workbench.playback.charts;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.document.KnownNodes;

/**
 * A chart there can be.
 *
 * @param id for looking it up
 * @param origin where what it shows comes from
 * @param model what it shows of a history
 * @param isOfUse whether it says something of such a run
 */
record ChartKind(
        String title,
        String id,
        Origin origin,
        BiFunction<Frame.History, KnownNodes, ChartModel> model,
        Predicate<Frame.History> isOfUse) {
    /** In the order in which they stand. */
    static final List<ChartKind> ALL = List.of(
            plain("Throughput", "chart-throughput", ChartOrigins.THROUGHPUT, ChartModel::throughput, _ -> true),
            plain("Latency", "chart-latency", ChartOrigins.LATENCY, ChartModel::latency, _ -> true),
            plain("Errors", "chart-errors", ChartOrigins.ERRORS, ChartModel::errors, _ -> true),
            named("In flight per server", "chart-in-flight", ChartOrigins.IN_FLIGHT, ChartModel::inFlight, _ -> true),
            plain("Cost", "chart-cost", ChartOrigins.COST, ChartModel::cost, history -> history.cost().length > 0),
            named(
                    "Replication lag",
                    "chart-lag",
                    ChartOrigins.ofStores("For how long each member lacks something.", "time"),
                    StoreCharts::lag,
                    ChartKind::hasStores),
            named(
                    "Availability",
                    "chart-availability",
                    ChartOrigins.ofStores("What each client was answered among what ended.", "a share, 0 to 100 %"),
                    StoreCharts::availability,
                    ChartKind::hasStores),
            named("Hit ratio", "chart-hit-ratio", ChartOrigins.HIT_RATIO, DataCharts::hitRatios, ChartKind::hasCaches),
            plain("Dirty entries", "chart-dirty", ChartOrigins.DIRTY, DataCharts::dirty, DataCharts::wasDirty),
            plain("Stale reads", "chart-stale", ChartOrigins.STALE, DataCharts::stale, ChartKind::hasData),
            named(
                    "Refused and lost",
                    "chart-refused",
                    ChartOrigins.ofStores("What was refused, is not known, and was lost.", "requests a second"),
                    StoreCharts::refused,
                    ChartKind::hasStores),
            named(
                    "Terms",
                    "chart-terms",
                    ChartOrigins.ofStores("The number of the newest leader's reign.", "a count"),
                    StoreCharts::terms,
                    StoreCharts::haveLeaders),
            named(
                    "Without a leader",
                    "chart-leaderless",
                    ChartOrigins.ofStores("The part of each span in which nobody led.", "a share, 0 to 100 %"),
                    StoreCharts::leaderless,
                    StoreCharts::haveLeaders),
            named(
                    "Conflicts and repairs",
                    "chart-repairs",
                    ChartOrigins.ofStores("Conflicts, hints and repairs.", "a second"),
                    StoreCharts::mended,
                    StoreCharts::wasMended),
            named(
                    "Messages of members",
                    "chart-messages",
                    ChartOrigins.ofStores("Messages between members.", "messages a second"),
                    StoreCharts::messages,
                    ChartKind::hasStores),
            plain("Databases", "chart-databases", ChartOrigins.DATABASES, DataCharts::databases, ChartKind::hasData),
            plain("Entries gone", "chart-gone", ChartOrigins.GONE, DataCharts::gone, DataCharts::wereGone));

    private static ChartKind named(
            String title,
            String id,
            Origin origin,
            BiFunction<Frame.History, KnownNodes, ChartModel> model,
            Predicate<Frame.History> isOfUse) {
        return new ChartKind(title, id, origin, model, isOfUse);
    }

    /** Of what needs no names of nodes. */
    private static ChartKind plain(
            String title,
            String id,
            Origin origin,
            Function<Frame.History, ChartModel> model,
            Predicate<Frame.History> isOfUse) {
        return new ChartKind(title, id, origin, (history, _) -> model.apply(history), isOfUse);
    }

    private static boolean hasData(Frame.History history) {
        return history.data().isOn();
    }

    private static boolean hasCaches(Frame.History history) {
        return hasData(history) && !history.data().caches().isEmpty();
    }

    private static boolean hasStores(Frame.History history) {
        return !history.data().stores().isEmpty();
    }

    /** What it shows of a history. */
    ChartModel of(Frame.History history, KnownNodes nodes) {
        return model.apply(history, nodes);
    }

    /** Whether it is of use for such a run. */
    boolean says(Frame.History history) {
        return isOfUse.test(history);
    }
}
