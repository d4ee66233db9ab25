package roundhouse.cli.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.ComparisonWords;
import roundhouse.analysis.DataRow;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.NodeReport;

/** Comparisons for people. Every figure has its unit. */
public final class CompareText {
    private CompareText() {}

    public static String of(List<RunComparison> comparisons) {
        return comparisons.stream().map(CompareText::of).collect(Collectors.joining("\n"));
    }

    private static String of(RunComparison comparison) {
        StringBuilder text = new StringBuilder();
        ComparedSide a = comparison.a();
        ComparedSide b = comparison.b();
        text.append("A  ").append(a.name()).append("\nB  ").append(b.name()).append('\n');
        text.append(ReportFigures.seconds(comparison.untilNanos()))
                .append(" simulated with seed ")
                .append(a.whole().seed())
                .append(": the same requests")
                .append(
                        comparison.fromNanos() == 0
                                ? ""
                                : "; compared from " + ReportFigures.seconds(comparison.fromNanos()) + " on")
                .append("\n\n");
        text.append(ComparisonWords.headline(comparison, ReportFigures::time)).append("\n\n");
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"", "A", "B", "B − A", "95 % paired", "95 % unpaired"});
        rows.add(withReplies(
                comparison,
                comparison.goodPairs() > 0,
                row("mean latency", comparison.latency(), ReportFigures::time)));
        rows.add(success(comparison.success()));
        latencies(rows, comparison);
        for (Outcome outcome : Outcome.values()) {
            rows.add(counts(outcome.key(), a, b, side -> side.outcomes().getOrDefault(outcome, 0L)));
        }
        nodes(rows, comparison);
        rows.addAll(CostTables.compared(a.whole().cost(), b.whole().cost()));
        text.append(TextTable.of(rows, 1, 3));
        text.append(data(a, b));
        Difference latency = comparison.latency();
        text.append('\n')
                .append(ReportFigures.count(comparison.pairs()))
                .append(" requests ended in both, ")
                .append(ReportFigures.count(comparison.goodPairs()))
                .append(" of them succeeded in both");
        if (latency.batches() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "; intervals by %d batches of %s; correlation of successive batches %.2f",
                    latency.batches(),
                    ReportFigures.count(latency.batchSize()),
                    latency.correlation()));
        }
        text.append('\n');
        String hint = ComparisonWords.hint(comparison);
        text.append(hint.isEmpty() ? "" : hint + "\n");
        if (latency.gain() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "The unpaired interval of the mean latency is %.1f times the paired.%n",
                    latency.gain()));
        }
        return text.toString();
    }

    private static void latencies(List<String[]> rows, RunComparison comparison) {
        rows.add(times("p50", comparison, side -> side.latency().p50Nanos()));
        rows.add(times("p90", comparison, side -> side.latency().p90Nanos()));
        rows.add(times("p99", comparison, side -> side.latency().p99Nanos()));
        rows.add(times("p99.9", comparison, side -> side.latency().p999Nanos()));
        rows.add(times("max", comparison, side -> side.latency().maxNanos()));
    }

    /** A row of latencies; a side without replies has none, and then nothing differs. */
    private static String[] withReplies(RunComparison comparison, boolean comparable, String[] row) {
        boolean first = comparison.a().hasReplies();
        boolean second = comparison.b().hasReplies();
        boolean differ = first && second && comparable;
        return new String[] {
            row[0],
            first ? row[1] : "no replies",
            second ? row[2] : "no replies",
            differ ? row[3] : "",
            differ ? row[4] : "",
            differ ? row[5] : ""
        };
    }

    /** How busy the nodes were that both have, over the whole run. */
    private static void nodes(List<String[]> rows, RunComparison comparison) {
        comparison.a().whole().nodes().forEach((id, first) -> {
            NodeReport second = comparison.b().whole().nodes().get(id);
            if (second != null && !first.kind().equals("clients")) {
                double difference = second.utilization() - first.utilization();
                rows.add(new String[] {
                    id + " busy",
                    percent(first.utilization()),
                    percent(second.utilization()),
                    signed(difference, ComparisonWords::points),
                    "",
                    ""
                });
            }
        });
    }

    /** What became of data over the whole run; empty where a side keeps none. */
    private static String data(ComparedSide a, ComparedSide b) {
        DataReport first = a.whole().data();
        DataReport second = b.whole().data();
        if (first == null || second == null) {
            return "";
        }
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"data, whole run", "A", "B", "B − A"});
        for (DataRow row : DataRow.of(first, second)) {
            rows.add(new String[] {
                row.name(),
                value(row, row.a()),
                value(row, row.b()),
                signed(row.b() - row.a(), size -> difference(row, size))
            });
        }
        return "\n" + TextTable.of(rows, 1, 3);
    }

    private static String value(DataRow row, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return row.unit() == DataRow.Unit.SHARE ? percent(value) : difference(row, value);
    }

    private static String difference(DataRow row, double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return switch (row.unit()) {
            case COUNT -> ReportFigures.count(Math.round(value));
            case SHARE -> ComparisonWords.points(value);
            case NANOS -> ReportFigures.time(value);
            case BYTES -> ReportFigures.mebibytes(Math.round(value));
        };
    }

    private static String[] row(String name, Difference difference, DoubleFunction<String> format) {
        return new String[] {
            name,
            format.apply(difference.a()),
            format.apply(difference.b()),
            signed(difference.difference(), format),
            half(difference.paired(), format),
            half(difference.unpaired(), format)
        };
    }

    private static String[] success(Difference difference) {
        return new String[] {
            "succeeded",
            percent(difference.a()),
            percent(difference.b()),
            signed(difference.difference(), ComparisonWords::points),
            half(difference.paired(), ComparisonWords::points),
            half(difference.unpaired(), ComparisonWords::points)
        };
    }

    private static String[] times(String name, RunComparison comparison, ToLongFunction<ComparedSide> figure) {
        return withReplies(comparison, true, plain(name, comparison.a(), comparison.b(), figure, ReportFigures::time));
    }

    private static String[] counts(String name, ComparedSide a, ComparedSide b, ToLongFunction<ComparedSide> figure) {
        return plain(name, a, b, figure, value -> ReportFigures.count((long) value));
    }

    private static String[] plain(
            String name,
            ComparedSide a,
            ComparedSide b,
            ToLongFunction<ComparedSide> figure,
            DoubleFunction<String> format) {
        double first = (double) figure.applyAsLong(a);
        double second = (double) figure.applyAsLong(b);
        return new String[] {name, format.apply(first), format.apply(second), signed(second - first, format), "", ""};
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String signed(double value, DoubleFunction<String> format) {
        String size = format.apply(Math.abs(value));
        return value == 0 || Double.isNaN(value) || size.equals(format.apply(0))
                ? size
                : (value < 0 ? "−" : "+") + size;
    }

    static String half(Interval interval, DoubleFunction<String> format) {
        return interval.isKnown() ? "±" + format.apply(interval.halfWidth()) : "too few";
    }
}
