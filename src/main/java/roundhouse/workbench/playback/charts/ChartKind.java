package roundhouse.workbench.playback.charts;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.document.KnownNodes;

/**
 * A chart there can be.
 *
 * @param id for looking it up
 * @param model what it shows of a history
 * @param isOfUse whether it says something of such a run
 */
record ChartKind(
        String title,
        String id,
        BiFunction<Frame.History, KnownNodes, ChartModel> model,
        Predicate<Frame.History> isOfUse) {
    /** In the order in which they stand. */
    static final List<ChartKind> ALL = List.of(
            plain("Throughput", "chart-throughput", ChartModel::throughput, _ -> true),
            plain("Latency", "chart-latency", ChartModel::latency, _ -> true),
            plain("Errors", "chart-errors", ChartModel::errors, _ -> true),
            named("In flight per server", "chart-in-flight", ChartModel::inFlight, _ -> true),
            plain("Cost", "chart-cost", ChartModel::cost, history -> history.cost().length > 0),
            named("Replication lag", "chart-lag", StoreCharts::lag, ChartKind::hasStores),
            named("Availability", "chart-availability", StoreCharts::availability, ChartKind::hasStores),
            named("Hit ratio", "chart-hit-ratio", DataCharts::hitRatios, ChartKind::hasCaches),
            plain("Dirty entries", "chart-dirty", DataCharts::dirty, DataCharts::wasDirty),
            plain("Stale reads", "chart-stale", DataCharts::stale, ChartKind::hasData),
            named("Refused and lost", "chart-refused", StoreCharts::refused, ChartKind::hasStores),
            named("Terms", "chart-terms", StoreCharts::terms, StoreCharts::haveLeaders),
            named("Without a leader", "chart-leaderless", StoreCharts::leaderless, StoreCharts::haveLeaders),
            named("Conflicts and repairs", "chart-repairs", StoreCharts::mended, StoreCharts::wasMended),
            named("Messages of members", "chart-messages", StoreCharts::messages, ChartKind::hasStores),
            plain("Databases", "chart-databases", DataCharts::databases, ChartKind::hasData),
            plain("Entries gone", "chart-gone", DataCharts::gone, DataCharts::wereGone));

    private static ChartKind named(
            String title,
            String id,
            BiFunction<Frame.History, KnownNodes, ChartModel> model,
            Predicate<Frame.History> isOfUse) {
        return new ChartKind(title, id, model, isOfUse);
    }

    /** Of what needs no names of nodes. */
    private static ChartKind plain(
            String title, String id, Function<Frame.History, ChartModel> model, Predicate<Frame.History> isOfUse) {
        return new ChartKind(title, id, (history, _) -> model.apply(history), isOfUse);
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
