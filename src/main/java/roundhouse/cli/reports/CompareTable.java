package roundhouse.cli.reports;

import java.util.List;
import java.util.Locale;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;

/** Comparisons a row each: mean latency, its difference and both half widths. */
public final class CompareTable {
    private static final double SECOND = 1e9;
    private static final double MILLI = 1e6;

    private CompareTable() {}

    /** RFC 4180, LF line ends; times are in seconds; what there are no or too few requests to say is left empty. */
    public static String csv(List<RunComparison> comparisons) {
        StringBuilder csv = new StringBuilder(
                "a,b,seed,from,simulated,pairs,good_pairs,mean_a,mean_b,difference,paired,unpaired,batches,batch_correlation,"
                        + "ended_well_a,ended_well_b,ended_well_difference,ended_well_paired,ended_well_unpaired\n");
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
            csv.append('\n');
        }
        return csv.toString();
    }

    private static Object cell(Interval interval, double unit) {
        return interval.isKnown() ? interval.halfWidth() / unit : "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    public static String markdown(List<RunComparison> comparisons) {
        StringBuilder table = new StringBuilder("""
                | A | B | mean A, ms | mean B, ms | B − A, ms | ± paired, ms | ± unpaired, ms | unpaired ÷ paired | batch correlation |
                |---|---|---:|---:|---:|---:|---:|---:|---:|
                """);
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
                    .append(String.format(Locale.ROOT, " | %.2f |%n", latency.correlation()));
        }
        return table.toString();
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
