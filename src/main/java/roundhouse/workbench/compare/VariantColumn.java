package roundhouse.workbench.compare;

import java.util.List;
import java.util.function.Function;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
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
            data("Hit ratio", "Reads that some cache answered", (data, _) -> Row.percent(data.chainHitRatio())),
            data(
                    "Read p50",
                    "",
                    (data, _) -> time(data.readLatency(), data.readLatency().p50Nanos())),
            data(
                    "Read p99",
                    "",
                    (data, _) -> time(data.readLatency(), data.readLatency().p99Nanos())),
            data(
                    "Write p50",
                    "",
                    (data, _) -> time(data.writeLatency(), data.writeLatency().p50Nanos())),
            data(
                    "Write p99",
                    "",
                    (data, _) -> time(data.writeLatency(), data.writeLatency().p99Nanos())),
            data("Stale reads", "Reads of an old value among all reads", (data, _) -> Row.percent(data.staleShare())),
            data(
                    "Mean age",
                    "For how long there had been a newer value, on average of the stale reads",
                    (data, _) ->
                            time(data.staleAge(), Math.round(data.staleAge().meanNanos()))),
            data(
                    "Lost writes",
                    "Acknowledged writes that nobody has any more",
                    (data, _) -> FigureText.count(data.lostAcknowledgedWrites())),
            data("DB reads", "What databases read", (data, seconds) -> rate(data.databaseReads(), seconds)),
            data("DB writes", "What databases wrote", (data, seconds) -> rate(data.databaseWrites(), seconds)));

    /** What a report says of data, and the simulated seconds that it is about. */
    private interface DataFigure {
        String of(DataReport data, double seconds);
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

    private static String rate(long count, double seconds) {
        return seconds == 0 ? "–" : FigureText.number(count / seconds) + "/s";
    }
}
