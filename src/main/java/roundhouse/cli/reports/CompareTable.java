package roundhouse.cli.reports;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;
import roundhouse.simulation.observing.CostReport;
import roundhouse.topology.prices.PriceCatalogue;

/** Comparisons a row each: mean latency, its difference and both half widths, and what both cost. */
public final class CompareTable {
    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;

    private CompareTable() {}

    /** RFC 4180, LF line ends; times are in seconds; what there are no or too few requests to say is left empty. Costs only where there are any. */
    public static String csv(List<RunComparison> comparisons) {
        boolean priced = isPriced(comparisons);
        StringBuilder csv = new StringBuilder(
                "a,b,seed,from,simulated,pairs,good_pairs,mean_a,mean_b,difference,paired,unpaired,batches,batch_correlation,"
                        + "ended_well_a,ended_well_b,ended_well_difference,ended_well_paired,ended_well_unpaired");
        csv.append(
                priced
                        ? ",cost_per_hour_a,cost_per_hour_b,cost_per_hour_difference,cost_per_million_a,cost_per_million_b,cost_per_million_difference\n"
                        : "\n");
        for (RunComparison comparison : comparisons) {
            Difference latency = comparison.latency();
            Difference success = comparison.success();
            csv.append(quoted(comparison.a().name()))
                    .append(',')
                    .append(quoted(comparison.b().name()));
            for (Object cell : new Object[] {
                comparison.a().whole().seed(),
                comparison.fromNanos() / SECOND,
                comparison.untilNanos() / SECOND,
                comparison.pairs(),
                comparison.goodPairs(),
                comparison.a().hasReplies() ? latency.a() / SECOND : "",
                comparison.b().hasReplies() ? latency.b() / SECOND : "",
                comparison.goodPairs() > 0 ? latency.difference() / SECOND : "",
                cell(latency.paired(), SECOND),
                cell(latency.unpaired(), SECOND),
                latency.batches(),
                latency.correlation(),
                success.a(),
                success.b(),
                success.difference(),
                cell(success.paired(), 1),
                cell(success.unpaired(), 1)
            }) {
                csv.append(',').append(cell);
            }
            if (priced) {
                cost(csv, comparison, CostReport::perHour);
                cost(csv, comparison, CostReport::perMillion);
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static void cost(StringBuilder csv, RunComparison comparison, ToDoubleFunction<CostReport> figure) {
        double a = cost(comparison.a(), figure);
        double b = cost(comparison.b(), figure);
        for (double money : new double[] {a, b, b - a}) {
            csv.append(',').append(DataCsv.known(money));
        }
    }

    private static boolean isPriced(List<RunComparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> Stream.of(comparison.a(), comparison.b()))
                .anyMatch(side -> side.whole().cost() != null);
    }

    /** Not a number where no node has a price. */
    private static double cost(ComparedSide side, ToDoubleFunction<CostReport> figure) {
        CostReport cost = side.whole().cost();
        return cost == null ? Double.NaN : figure.applyAsDouble(cost);
    }

    private static Object cell(Interval interval, double unit) {
        return interval.isKnown() ? interval.halfWidth() / unit : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    public static String markdown(List<RunComparison> comparisons) {
        boolean priced = isPriced(comparisons);
        String currency = PriceCatalogue.inUse().currency();
        StringBuilder table = new StringBuilder(
                "| A | B | mean A, ms | mean B, ms | B − A, ms | ± paired, ms | ± unpaired, ms | unpaired ÷ paired | batch correlation |");
        table.append(
                priced
                        ? " cost A, CUR/h | cost B, CUR/h | a million requests A, CUR | a million requests B, CUR |"
                                .replace("CUR", currency)
                        : "");
        table.append("\n|---|---|---:|---:|---:|---:|---:|---:|---:|").append(priced ? "---:|---:|---:|---:|\n" : "\n");
        for (RunComparison comparison : comparisons) {
            Difference latency = comparison.latency();
            table.append("| ")
                    .append(piped(comparison.a().name()))
                    .append(" | ")
                    .append(piped(comparison.b().name()));
            table.append(" | ").append(comparison.a().hasReplies() ? millis(latency.a()) : "–");
            table.append(" | ").append(comparison.b().hasReplies() ? millis(latency.b()) : "–");
            table.append(" | ").append(comparison.goodPairs() > 0 ? millis(latency.difference()) : "–");
            table.append(" | ").append(half(latency.paired())).append(" | ").append(half(latency.unpaired()));
            table.append(" | ")
                    .append(latency.gain() > 0 ? String.format(Locale.ROOT, "%.1f", latency.gain()) : "–")
                    .append(String.format(Locale.ROOT, " | %.2f |", latency.correlation()));
            if (priced) {
                for (ToDoubleFunction<CostReport> figure :
                        List.<ToDoubleFunction<CostReport>>of(CostReport::perHour, CostReport::perMillion)) {
                    money(table, cost(comparison.a(), figure));
                    money(table, cost(comparison.b(), figure));
                }
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static void money(StringBuilder table, double money) {
        table.append(' ').append(CostTables.known(money)).append(" |");
    }

    private static String half(Interval interval) {
        return interval.isKnown() ? millis(interval.halfWidth()) : "–";
    }

    private static String millis(double nanos) {
        return CompareText.signed(nanos, value -> String.format(Locale.ROOT, "%.3f", value / MILLI))
                .replaceFirst("^\\+", "");
    }

    private static String piped(String text) {
        return text.replace("|", "\\|");
    }
}
