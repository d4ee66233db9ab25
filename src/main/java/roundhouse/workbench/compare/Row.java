package roundhouse.workbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.Comparison;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.routing.Outcome;
import roundhouse.simulation.Report.NodeReport;
import roundhouse.workbench.Figures;

/**
 * One figure of two runs, in words.
 *
 * @param paired half the width of the interval, empty where there is none
 * @param certain whether the difference is surely not 0
 */
record Row(String name, String a, String b, String difference, String paired, String unpaired, boolean certain) {
    static List<Row> of(Comparison comparison) {
        ComparedSide a = comparison.a();
        ComparedSide b = comparison.b();
        List<Row> rows = new ArrayList<>();
        rows.add(measured("Mean latency", comparison.latency(), Row::time));
        rows.add(measured("Ended well", comparison.success(), Row::percent));
        rows.add(plain("Latency p50", a, b, side -> side.latency().p50(), Row::time));
        rows.add(plain("Latency p90", a, b, side -> side.latency().p90(), Row::time));
        rows.add(plain("Latency p99", a, b, side -> side.latency().p99(), Row::time));
        rows.add(plain("Latency max", a, b, side -> side.latency().max(), Row::time));
        for (Outcome outcome : Outcome.values()) {
            rows.add(plain(
                    "Requests " + outcome.key(),
                    a,
                    b,
                    side -> side.outcomes().getOrDefault(outcome, 0L),
                    value -> Figures.count((long) value)));
        }
        a.whole().nodes().forEach((id, first) -> {
            NodeReport second = b.whole().nodes().get(id);
            if (second != null && !first.kind().equals("clients")) {
                rows.add(row(id + " busy, whole run", first.utilization(), second.utilization(), Row::percent));
            }
        });
        return rows;
    }

    /** What the comparison comes to, in a sentence. */
    static String headline(Comparison comparison) {
        Difference latency = comparison.latency();
        if (!latency.paired().isKnown()) {
            return "Too few requests ended well in both to compare them.";
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

    /** What it rests on. */
    static String basis(Comparison comparison) {
        Difference latency = comparison.latency();
        return "The same requests with the same demands in both, seed "
                + comparison.a().whole().seed() + ", from "
                + Figures.clock(comparison.from()) + " to " + Figures.clock(comparison.until()) + ". "
                + Figures.count(comparison.pairs()) + " ended in both, " + Figures.count(comparison.goodPairs())
                + " of them well in both. Intervals of " + Interval.PERCENT + " %, by " + latency.batches()
                + " batches of " + Figures.count(latency.batchSize())
                + " requests. Paired: each request compared with itself. Unpaired: as two separate measurements would be"
                + (latency.gain() > 0 ? ", " + Figures.number(latency.gain()) + " times as wide." : ".");
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
        return size.equals(format.apply(0)) ? size : (value < 0 ? "−" : "+") + size;
    }

    private static String time(double nanos) {
        return Figures.duration(Math.round(nanos));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
