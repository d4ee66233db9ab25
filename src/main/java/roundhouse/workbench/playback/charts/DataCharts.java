package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import roundhouse.simulation.observing.history.ChartFigure;
import roundhouse.simulation.observing.history.DataHistory;
import roundhouse.simulation.observing.history.DataSeries;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.KnownNodes;

/** What charts show of data. */
final class DataCharts {
    private DataCharts() {}

    /** Hits among the lookups of each cache. A server's has the server's colour, the others those that come after the servers'. */
    static ChartModel hitRatios(RunHistory history, KnownNodes known) {
        DataHistory data = history.data();
        List<ChartModel.Series> series = new ArrayList<>();
        int others = known.orders().size();
        for (int i = 0; i < data.caches().size(); i++) {
            String id = data.caches().get(i);
            int order = known.order(id);
            Band band = Band.of(history.trends().of(ChartFigure.HIT_RATIO, id), 100);
            series.add(new ChartModel.Series(
                            id, known.title(id), percents(data.hitRatios()[i]), order < 0 ? others++ : order)
                    .with(band));
        }
        return new ChartModel(history.spanNanos(), series, 100, ChartModel::percent, "%", 0, false);
    }

    /** Reads that gave an old value among all. */
    static ChartModel stale(RunHistory history) {
        List<ChartModel.Series> series = List.of(ChartModel.line(
                        0,
                        text("playback.stale-reads-2"),
                        percents(history.data().staleShares()))
                .with(Band.of(history.trends().of(ChartFigure.STALE_SHARE, ""), 100)));
        double max = Math.min(100, ChartModel.upperEdge(series, 1));
        return new ChartModel(history.spanNanos(), series, max, ChartModel::percent, "%", 0, false);
    }

    /** Entries that no store has. */
    static ChartModel dirty(RunHistory history) {
        double[] entries =
                LongStream.of(history.data().dirty()).asDoubleStream().toArray();
        List<ChartModel.Series> series = List.of(ChartModel.line(0, text("playback.dirty-entries-2"), entries)
                .with(Band.of(history.trends().of(ChartFigure.DIRTY, ""), 1)));
        return ChartModel.of(history, series, 4, value -> FigureText.count(Math.round(value)), "entries");
    }

    /** What databases read and write. */
    static ChartModel databases(RunHistory history) {
        return rates(history, DataSeries.DATABASE_READS, DataSeries.DATABASE_WRITES);
    }

    /** Entries that caches lose: for want of room, as their time is over, as somebody takes them out. */
    static ChartModel gone(RunHistory history) {
        return rates(history, DataSeries.EVICTED, DataSeries.EXPIRED, DataSeries.INVALIDATED);
    }

    /** Whether any entry went. */
    static boolean wereGone(RunHistory history) {
        DataHistory data = history.data();
        return data.grew(DataSeries.EVICTED) || data.grew(DataSeries.EXPIRED) || data.grew(DataSeries.INVALIDATED);
    }

    private static ChartModel rates(RunHistory history, DataSeries... kept) {
        List<ChartModel.Series> series = new ArrayList<>();
        for (DataSeries one : kept) {
            double[] perSecond = history.data().perSecond(one, history.spanNanos());
            Band band = Band.of(history.trends().of(ChartFigure.GROWN, one.column()), 1);
            series.add(ChartModel.line(series.size(), one.label(), perSecond).with(band));
        }
        return ChartModel.of(history, series, 1, FigureText::number, "/s");
    }

    /** Whether anything was ever written back. */
    static boolean wasDirty(RunHistory history) {
        return LongStream.of(history.data().dirty()).anyMatch(entries -> entries > 0);
    }

    private static double[] percents(double[] shares) {
        return Arrays.stream(shares).map(share -> share * 100).toArray();
    }
}
