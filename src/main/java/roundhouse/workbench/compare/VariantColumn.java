package roundhouse.workbench.compare;

import java.util.List;
import java.util.function.Function;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.figures.DataTotal;
import roundhouse.workbench.FigureText;

/**
 * A figure of each variant.
 *
 * @param help what it is exactly; empty where the heading says it
 * @param cell empty while the variant has not been run
 */
record VariantColumn(String heading, String help, Function<VariantRow, String> cell) {
    /** How fast it answers, and whether. */
    static final List<VariantColumn> REQUESTS = List.of(
            new VariantColumn("Mean latency", "", VariantRow::mean),
            new VariantColumn("p99", "", VariantRow::p99),
            new VariantColumn("Succeeded", "", VariantRow::succeeded),
            new VariantColumn("Mean against as it is", "", VariantRow::difference));

    /** What becomes of data. */
    static final List<VariantColumn> DATA = List.of(
            total(DataTotal.HIT_RATIO),
            p50(DataDuration.READ),
            p99(DataDuration.READ),
            p50(DataDuration.WRITE),
            p99(DataDuration.WRITE),
            total(DataTotal.STALE_SHARE),
            data(
                    "Mean age",
                    DataDuration.STALE_AGE.meaning(),
                    (data, _) ->
                            time(data.staleAge(), Math.round(data.staleAge().meanNanos()))),
            total(DataTotal.LOST_WRITES),
            perSecond(DataTotal.DATABASE_READS),
            perSecond(DataTotal.DATABASE_WRITES));

    /** What a report says of data, and the simulated seconds that it is about. */
    private interface DataFigure {
        String of(DataReport data, double seconds);
    }

    private static VariantColumn total(DataTotal total) {
        return data(
                total.label(),
                total.meaning(),
                (data, _) -> total.isShare() ? Row.percent(total.of(data)) : FigureText.count((long) total.of(data)));
    }

    private static VariantColumn perSecond(DataTotal total) {
        return data(total.label(), total.meaning(), (data, seconds) -> rate(total.of(data), seconds));
    }

    private static VariantColumn p50(DataDuration duration) {
        return data(
                duration.label() + " p50",
                duration.meaning(),
                (data, _) -> time(duration.of(data), duration.of(data).p50Nanos()));
    }

    private static VariantColumn p99(DataDuration duration) {
        return data(
                duration.label() + " p99",
                duration.meaning(),
                (data, _) -> time(duration.of(data), duration.of(data).p99Nanos()));
    }

    private static VariantColumn data(String heading, String help, DataFigure figure) {
        return new VariantColumn(heading, help, row -> {
            if (row.side() == null) {
                return "";
            }
            Report whole = row.side().whole();
            return whole.data() == null ? "–" : figure.of(whole.data(), whole.simulatedNanos() / 1e9);
        });
    }

    private static String time(Report.Latency of, long nanos) {
        return of.count() == 0 ? "–" : Row.time((double) nanos);
    }

    private static String rate(double count, double seconds) {
        return seconds == 0 ? "–" : FigureText.number(count / seconds) + "/s";
    }
}
