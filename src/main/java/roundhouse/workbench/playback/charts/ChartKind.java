package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.history.RunHistory;
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
        BiFunction<RunHistory, KnownNodes, ChartModel> model,
        Predicate<RunHistory> isOfUse) {
    /** In the order in which they stand. */
    static final List<ChartKind> ALL = List.of(
            plain(
                    text("playback.throughput"),
                    "chart-throughput",
                    ChartOrigins.THROUGHPUT,
                    ChartModel::throughput,
                    _ -> true),
            plain(text("playback.latency"), "chart-latency", ChartOrigins.LATENCY, ChartModel::latency, _ -> true),
            plain(text("playback.errors"), "chart-errors", ChartOrigins.ERRORS, ChartModel::errors, _ -> true),
            named(
                    text("playback.in-flight-per-server"),
                    "chart-in-flight",
                    ChartOrigins.IN_FLIGHT,
                    ChartModel::inFlight,
                    _ -> true),
            plain(
                    text("playback.cost"),
                    "chart-cost",
                    ChartOrigins.COST,
                    ChartModel::cost,
                    history -> history.cost().length > 0),
            named(
                    text("playback.replication-lag"),
                    "chart-lag",
                    ChartOrigins.ofStores(text("playback.for-how-long-each-member"), "time"),
                    StoreCharts::lag,
                    ChartKind::hasStores),
            named(
                    text("playback.availability"),
                    "chart-availability",
                    ChartOrigins.ofStores(text("playback.what-each-client-was-answered"), "a share, 0 to 100 %"),
                    StoreCharts::availability,
                    ChartKind::hasStores),
            named(
                    text("playback.hit-ratio"),
                    "chart-hit-ratio",
                    ChartOrigins.HIT_RATIO,
                    DataCharts::hitRatios,
                    ChartKind::hasCaches),
            plain(
                    text("playback.dirty-entries"),
                    "chart-dirty",
                    ChartOrigins.DIRTY,
                    DataCharts::dirty,
                    DataCharts::wasDirty),
            plain(
                    text("playback.stale-reads"),
                    "chart-stale",
                    ChartOrigins.STALE,
                    DataCharts::stale,
                    ChartKind::hasData),
            named(
                    text("playback.refused-and-lost"),
                    "chart-refused",
                    ChartOrigins.ofStores(text("playback.what-was-refused-is-not"), text("playback.requests-a-second")),
                    StoreCharts::refused,
                    ChartKind::hasStores),
            named(
                    text("playback.terms"),
                    "chart-terms",
                    ChartOrigins.ofStores(text("playback.the-number-of-the-newest"), "a count"),
                    StoreCharts::terms,
                    StoreCharts::haveLeaders),
            named(
                    text("playback.without-a-leader"),
                    "chart-leaderless",
                    ChartOrigins.ofStores(text("playback.the-part-of-each-span"), "a share, 0 to 100 %"),
                    StoreCharts::leaderless,
                    StoreCharts::haveLeaders),
            named(
                    text("playback.conflicts-and-repairs"),
                    "chart-repairs",
                    ChartOrigins.ofStores(text("playback.conflicts-hints-and-repairs"), "a second"),
                    StoreCharts::mended,
                    StoreCharts::wasMended),
            named(
                    text("playback.messages-of-members"),
                    "chart-messages",
                    ChartOrigins.ofStores(
                            text("playback.messages-between-members"), text("playback.messages-a-second")),
                    StoreCharts::messages,
                    ChartKind::hasStores),
            plain(
                    text("playback.databases"),
                    "chart-databases",
                    ChartOrigins.DATABASES,
                    DataCharts::databases,
                    ChartKind::hasData),
            plain(
                    text("playback.entries-gone"),
                    "chart-gone",
                    ChartOrigins.GONE,
                    DataCharts::gone,
                    DataCharts::wereGone));

    private static ChartKind named(
            String title,
            String id,
            Origin origin,
            BiFunction<RunHistory, KnownNodes, ChartModel> model,
            Predicate<RunHistory> isOfUse) {
        return new ChartKind(title, id, origin, model, isOfUse);
    }

    /** Of what needs no names of nodes. */
    private static ChartKind plain(
            String title,
            String id,
            Origin origin,
            Function<RunHistory, ChartModel> model,
            Predicate<RunHistory> isOfUse) {
        return new ChartKind(title, id, origin, (history, _) -> model.apply(history), isOfUse);
    }

    private static boolean hasData(RunHistory history) {
        return history.data().isOn();
    }

    private static boolean hasCaches(RunHistory history) {
        return hasData(history) && !history.data().caches().isEmpty();
    }

    private static boolean hasStores(RunHistory history) {
        return !history.data().stores().isEmpty();
    }

    /** What it shows of a history. */
    ChartModel of(RunHistory history, KnownNodes nodes) {
        return model.apply(history, nodes);
    }

    /** Whether it is of use for such a run. */
    boolean says(RunHistory history) {
        return isOfUse.test(history);
    }
}
