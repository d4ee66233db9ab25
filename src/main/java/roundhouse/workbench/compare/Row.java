package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.workbench.FigureText;

/**
 * One figure of two runs, in words.
 *
 * @param difference empty where a side has no such figure
 * @param paired half the width of the interval, empty where there is none
 * @param certain whether the difference is surely not 0
 */
record Row(String name, String a, String b, String difference, String paired, String unpaired, boolean certain) {
    private static final String NO_REPLIES = "no replies";

    static List<Row> of(RunComparison comparison) {
        ComparedSide a = comparison.a();
        ComparedSide b = comparison.b();
        List<Row> rows = new ArrayList<>();
        rows.add(mean(comparison));
        rows.add(measured("Succeeded", comparison.success(), Row::percent));
        rows.add(latency("p50", a, b, Latency::p50Nanos));
        rows.add(latency("p90", a, b, Latency::p90Nanos));
        rows.add(latency("p99", a, b, Latency::p99Nanos));
        rows.add(latency("max", a, b, Latency::maxNanos));
        for (Outcome outcome : Outcome.values()) {
            rows.add(plain(
                    "Requests " + outcome.key(),
                    a,
                    b,
                    side -> side.outcomes().getOrDefault(outcome, 0L),
                    value -> FigureText.count((long) value)));
        }
        a.whole().nodes().forEach((id, first) -> {
            NodeReport second = b.whole().nodes().get(id);
            if (second != null && !first.kind().equals("clients")) {
                rows.add(row(id + " busy, whole run", first.utilization(), second.utilization(), Row::percent));
            }
        });
        return rows;
    }

    /** The result of the comparison in a sentence. */
    static String headline(RunComparison comparison) {
        Difference latency = comparison.latency();
        boolean first = comparison.a().hasReplies();
        boolean second = comparison.b().hasReplies();
        if (!first || !second) {
            String without = first ? "B" : second ? "A" : "A or B";
            return "There were no replies in " + without + " in the time compared, so there is no latency to compare.";
        }
        if (!latency.paired().isKnown()) {
            return "Too few requests succeeded in both to compare them.";
        }
        double difference = latency.difference();
        if (latency.paired().covers(difference)) {
            return "The mean latency of B does not differ from that of A by more than chance: "
                    + signed(difference, Row::time) + " ± "
                    + time(latency.paired().halfWidth()) + ".";
        }
        return "B answers " + time(Math.abs(difference)) + " ± "
                + time(latency.paired().halfWidth()) + (difference < 0 ? " faster" : " slower")
                + " than A on average.";
    }

    /** What the result is based on. */
    static String basis(RunComparison comparison) {
        Difference latency = comparison.latency();
        String requests = "The same requests with the same demands in both, seed "
                + comparison.a().whole().seed() + ", from "
                + FigureText.clock(comparison.fromNanos()) + " to " + FigureText.clock(comparison.untilNanos()) + ". "
                + FigureText.count(comparison.pairs()) + " ended in both, " + FigureText.count(comparison.goodPairs())
                + " of them succeeded in both.";
        if (latency.batches() == 0) {
            return requests;
        }
        return requests + " Intervals of " + Interval.PERCENT + " %, by " + latency.batches() + " batches of "
                + FigureText.count(latency.batchSize()) + (latency.batchSize() == 1 ? " request" : " requests")
                + ". Paired: each request compared with itself. Unpaired: as two separate measurements would be"
                + (latency.gain() > 0 ? ", " + FigureText.number(latency.gain()) + " times as wide." : ".");
    }

    /** Without a request that ended well in both there is nothing whose latency differs. */
    private static Row mean(RunComparison comparison) {
        Row row = measured("Mean latency", comparison.latency(), Row::time);
        return new Row(
                row.name,
                comparison.a().hasReplies() ? row.a : NO_REPLIES,
                comparison.b().hasReplies() ? row.b : NO_REPLIES,
                comparison.goodPairs() > 0 ? row.difference : "",
                comparison.goodPairs() > 0 ? row.paired : "",
                comparison.goodPairs() > 0 ? row.unpaired : "",
                row.certain);
    }

    private static Row latency(String percentile, ComparedSide a, ComparedSide b, ToLongFunction<Latency> figure) {
        double first = (double) figure.applyAsLong(a.latency());
        double second = (double) figure.applyAsLong(b.latency());
        return new Row(
                "Latency " + percentile,
                a.hasReplies() ? time(first) : NO_REPLIES,
                b.hasReplies() ? time(second) : NO_REPLIES,
                a.hasReplies() && b.hasReplies() ? signed(second - first, Row::time) : "",
                "",
                "",
                false);
    }

    private static Row measured(String name, Difference figure, DoubleFunction<String> format) {
        return new Row(
                name,
                format.apply(figure.a()),
                format.apply(figure.b()),
                signed(figure.difference(), format),
                half(figure.paired(), format),
                half(figure.unpaired(), format),
                figure.paired().isKnown() && !figure.paired().covers(figure.difference()));
    }

    private static Row plain(
            String name,
            ComparedSide a,
            ComparedSide b,
            ToLongFunction<ComparedSide> figure,
            DoubleFunction<String> format) {
        return row(name, (double) figure.applyAsLong(a), (double) figure.applyAsLong(b), format);
    }

    private static Row row(String name, double a, double b, DoubleFunction<String> format) {
        return new Row(name, format.apply(a), format.apply(b), signed(b - a, format), "", "", false);
    }

    private static String half(Interval interval, DoubleFunction<String> format) {
        return interval.isKnown() ? "± " + format.apply(interval.halfWidth()) : "too few";
    }

    private static String signed(double value, DoubleFunction<String> format) {
        String size = format.apply(Math.abs(value));
        return Double.isNaN(value) || size.equals(format.apply(0)) ? size : (value < 0 ? "−" : "+") + size;
    }

    private static String time(double nanos) {
        return FigureText.duration(Math.round(nanos));
    }

    private static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
