package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import roundhouse.simulation.observing.history.ChartFigure;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.StoreSeries;
import roundhouse.simulation.observing.history.TenthsSampler;
import roundhouse.simulation.observing.history.Trend;
import roundhouse.simulation.observing.stores.StoreFigure;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.KnownNodes;

/** What charts show of replicated stores: a line for each member, client, or figure of a store. */
final class StoreCharts {
    private static final List<StoreFigure> REFUSED = List.of(
            StoreFigure.REFUSED_READS, StoreFigure.REFUSED_WRITES, StoreFigure.UNKNOWN_WRITES, StoreFigure.LOST_WRITES);
    private static final List<StoreFigure> MENDED = List.of(
            StoreFigure.CONFLICTS,
            StoreFigure.HINTS_STORED,
            StoreFigure.HINTS_DELIVERED,
            StoreFigure.REPAIRS,
            StoreFigure.STREAMED);

    private StoreCharts() {}

    /** For how long each member lacks something. */
    static ChartModel lag(RunHistory history, KnownNodes known) {
        List<ChartModel.Series> series = new ArrayList<>();
        for (StoreSeries store : history.data().stores()) {
            for (int i = 0; i < store.members().size(); i++) {
                double[] nanos =
                        LongStream.of(store.lagNanos()[i]).asDoubleStream().toArray();
                String member = store.members().get(i);
                series.add(of(member, known, series.size(), nanos)
                        .with(Band.of(history.trends().of(ChartFigure.LAG, member), 1)));
            }
        }
        return ChartModel.times(history, series);
    }

    /** What each client was answered among what ended. */
    static ChartModel availability(RunHistory history, KnownNodes known) {
        List<ChartModel.Series> series = new ArrayList<>();
        for (String id : history.data().clients()) {
            double[] shares = history.data().availability()[series.size()];
            double[] percents = Arrays.stream(shares).map(share -> share * 100).toArray();
            series.add(of(id, known, series.size(), percents)
                    .with(Band.of(history.trends().of(ChartFigure.ANSWERED, id), 100)));
        }
        return new ChartModel(history.spanNanos(), series, 100, ChartModel::percent, "%", 0, false);
    }

    private static ChartModel.Series of(String id, KnownNodes known, int before, double[] values) {
        return new ChartModel.Series(id, known.title(id), values, colour(known, before));
    }

    /** One that no server has. */
    private static int colour(KnownNodes known, int before) {
        return known.orders().size() + before;
    }

    /** What was refused, is not known, and was lost, by the second. */
    static ChartModel refused(RunHistory history, KnownNodes known) {
        return rates(history, known, REFUSED);
    }

    /** Conflicts, hints and repairs, by the second. */
    static ChartModel mended(RunHistory history, KnownNodes known) {
        return rates(history, known, MENDED);
    }

    static ChartModel messages(RunHistory history, KnownNodes known) {
        return rates(history, known, List.of(StoreFigure.MESSAGES));
    }

    private static ChartModel rates(RunHistory history, KnownNodes known, List<StoreFigure> figures) {
        double perSecond = 1e9 / history.spanNanos();
        return ChartModel.of(
                history,
                lines(history, known, figures, value -> value * perSecond, rate -> rate),
                1,
                FigureText::number,
                "/s");
    }

    /** The numbers of the leaders' reigns. */
    static ChartModel terms(RunHistory history, KnownNodes known) {
        return ChartModel.of(
                history,
                lines(history, known, List.of(StoreFigure.TERM), value -> value, rate -> rate),
                4,
                value -> FigureText.count(Math.round(value)),
                "");
    }

    /** For which part of each span nobody led. */
    static ChartModel leaderless(RunHistory history, KnownNodes known) {
        double percent = 100.0 / history.spanNanos();
        List<ChartModel.Series> series = lines(
                history,
                known,
                List.of(StoreFigure.WITHOUT_LEADER),
                value -> Math.min(100, value * percent),
                rate -> Math.min(100, rate * 1e-7));
        return new ChartModel(history.spanNanos(), series, 100, ChartModel::percent, "%", 0, false);
    }

    /**
     * A line for each figure of each store that can have it; of several stores each is named with its store.
     *
     * @param change what the chart shows of the figure of a span
     * @param ofRate and of a reading of a count, by how much it grew a second
     */
    private static List<ChartModel.Series> lines(
            RunHistory history,
            KnownNodes known,
            List<StoreFigure> figures,
            DoubleUnaryOperator change,
            DoubleUnaryOperator ofRate) {
        List<StoreSeries> stores = history.data().stores();
        List<ChartModel.Series> series = new ArrayList<>();
        for (StoreSeries store : stores) {
            for (StoreFigure figure : figures) {
                if (figure.isOf(store.leaders())) {
                    String name = figure.label().toLowerCase(Locale.ROOT);
                    double[] values = IntStream.range(0, store.length())
                            .mapToDouble(i -> change.applyAsDouble(store.of(figure, i)))
                            .toArray();
                    String title = stores.size() == 1 ? name : store.title() + ", " + name;
                    Trend readings = history.trends().of(ChartFigure.STORE_RATE, TenthsSampler.key(store.id(), figure));
                    series.add(new ChartModel.Series("", title, values, colour(known, series.size()))
                            .with(figure.isLevel() ? Band.NONE : Band.of(readings, ofRate)));
                }
            }
        }
        return series;
    }

    /** Whether any store has leaders. */
    static boolean haveLeaders(RunHistory history) {
        return any(history, StoreSeries::leaders);
    }

    /** Whether there was anything to mend. */
    static boolean wasMended(RunHistory history) {
        return any(history, store -> MENDED.stream().anyMatch(store::hadAny));
    }

    private static boolean any(RunHistory history, Predicate<StoreSeries> such) {
        return history.data().stores().stream().anyMatch(such);
    }
}
