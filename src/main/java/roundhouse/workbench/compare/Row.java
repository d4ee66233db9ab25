package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToLongFunction;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.ComparisonWords;
import roundhouse.analysis.DataRow;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.Judgement;
import roundhouse.analysis.RunComparison;
import roundhouse.analysis.origins.Origin;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.Report.NodeReport;
import roundhouse.simulation.observing.figures.DataTotal;
import roundhouse.workbench.FigureText;

/**
 * One figure of two runs, in words.
 *
 * @param difference of the second to the first, empty where a side has no such figure
 * @param paired half the width of the interval, empty where there is none
 * @param word what the difference means, empty where nothing can be said
 * @param tone whether that is good
 * @param certain whether the difference is surely not 0
 * @param origin where it comes from
 * @param node the id of the node it is of; empty where it is of something else
 * @param whole whether it is of the whole runs, and not of the requests that were compared
 */
record Row(
        String name,
        String a,
        String b,
        String difference,
        String paired,
        String unpaired,
        String word,
        Tone tone,
        boolean certain,
        Origin origin,
        Optional<String> node,
        boolean whole) {
    private static final String NO_REPLIES = text("compare.no-replies");

    /** Whether the second run is better by a figure. */
    enum Tone {
        BETTER,
        WORSE,
        NEITHER;

        static Tone of(double difference, boolean lessIsBetter) {
            return difference == 0 ? NEITHER : difference < 0 == lessIsBetter ? BETTER : WORSE;
        }

        static Tone of(Judgement judgement) {
            return switch (judgement) {
                case BETTER -> BETTER;
                case WORSE -> WORSE;
                case SAME, UNKNOWN -> NEITHER;
            };
        }
    }

    static List<Row> of(RunComparison comparison) {
        ComparedSide a = comparison.a();
        ComparedSide b = comparison.b();
        List<Row> rows = new ArrayList<>();
        rows.add(mean(comparison));
        rows.add(measured(
                text("compare.succeeded"),
                comparison.success(),
                comparison.successJudgement(),
                Row::percent,
                ComparisonWords::points,
                CompareOrigins.SUCCEEDED));
        rows.add(latency("p50", a, b, Latency::p50Nanos));
        rows.add(latency("p90", a, b, Latency::p90Nanos));
        rows.add(latency("p99", a, b, Latency::p99Nanos));
        rows.add(latency("max", a, b, Latency::maxNanos));
        for (Outcome outcome : Outcome.values()) {
            rows.add(requests(outcome, a, b));
        }
        a.whole().nodes().forEach((id, first) -> {
            NodeReport second = b.whole().nodes().get(id);
            if (second != null && !first.kind().equals("clients")) {
                rows.add(busy(id, first.utilization(), second.utilization()));
            }
        });
        rows.addAll(CostRow.of(a.whole().cost(), b.whole().cost()));
        DataReport first = a.whole().data();
        DataReport second = b.whole().data();
        if (first != null && second != null) {
            DataRow.of(first, second).forEach(row -> rows.add(data(row)));
        }
        return rows;
    }

    /** Of the whole run, as nothing tells which of it belongs to the requests that were compared. */
    private static Row data(DataRow row) {
        boolean both = !Double.isNaN(row.a()) && !Double.isNaN(row.b());
        return plain(
                text("compare.whole-run", row.name()),
                value(row, row.a()),
                value(row, row.b()),
                both ? signed(row.b() - row.a(), size -> difference(row, size)) : "",
                text(row.b() < row.a() ? "compare.less" : "compare.more"),
                row.good() == DataTotal.Good.NEITHER
                        ? Tone.NEITHER
                        : Tone.of(row.b() - row.a(), row.good() == DataTotal.Good.LESS),
                CompareOrigins.data(row),
                Optional.empty(),
                true);
    }

    private static String value(DataRow row, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return row.unit() == DataRow.Unit.SHARE ? percent(value) : difference(row, value);
    }

    private static String difference(DataRow row, double value) {
        return switch (row.unit()) {
            case COUNT -> FigureText.count(Math.round(value));
            case SHARE -> ComparisonWords.points(value);
            case NANOS -> time(value);
            case BYTES -> FigureText.mebibytes(Math.round(value));
        };
    }

    /** The result of the comparison in a sentence or two. */
    static String headline(RunComparison comparison) {
        return ComparisonWords.headline(comparison, Row::time);
    }

    /** What the result is based on. */
    static String basis(RunComparison comparison) {
        Difference latency = comparison.latency();
        String requests = text(
                "compare.basis",
                Long.toString(comparison.a().whole().seed()),
                FigureText.clock(comparison.fromNanos()),
                FigureText.clock(comparison.untilNanos()),
                FigureText.count(comparison.pairs()),
                FigureText.count(comparison.goodPairs()));
        if (latency.batches() == 0) {
            return requests;
        }
        String batches = text(
                "compare.basis-batches",
                Interval.PERCENT,
                latency.batches(),
                FigureText.count(latency.batchSize()),
                latency.batchSize());
        String paired = latency.gain() > 0
                ? text("compare.basis-paired-gain", FigureText.number(latency.gain()))
                : text("compare.basis-paired");
        return String.join(" ", requests, batches, paired);
    }

    /** Without a request that ended well in both there is nothing whose latency differs. */
    private static Row mean(RunComparison comparison) {
        Row row = measured(
                text("compare.mean-latency"),
                comparison.latency(),
                comparison.latencyJudgement(),
                Row::time,
                Row::time,
                CompareOrigins.MEAN);
        boolean comparable = comparison.goodPairs() > 0;
        return new Row(
                row.name,
                comparison.a().hasReplies() ? row.a : NO_REPLIES,
                comparison.b().hasReplies() ? row.b : NO_REPLIES,
                comparable ? row.difference : "",
                comparable ? row.paired : "",
                comparable ? row.unpaired : "",
                comparable ? row.word : "",
                row.tone,
                row.certain,
                row.origin,
                row.node,
                row.whole);
    }

    private static Row latency(String percentile, ComparedSide a, ComparedSide b, ToLongFunction<Latency> figure) {
        double first = (double) figure.applyAsLong(a.latency());
        double second = (double) figure.applyAsLong(b.latency());
        if (!a.hasReplies() || !b.hasReplies()) {
            return plain(
                    text("compare.latency", percentile),
                    a.hasReplies() ? time(first) : NO_REPLIES,
                    b.hasReplies() ? time(second) : NO_REPLIES,
                    "",
                    "",
                    Tone.NEITHER,
                    CompareOrigins.latency(percentile),
                    Optional.empty(),
                    false);
        }
        return plain(
                text("compare.latency", percentile),
                time(first),
                time(second),
                signed(second - first, Row::time),
                text(second < first ? "compare.faster" : "compare.slower"),
                Tone.of(second - first, true),
                CompareOrigins.latency(percentile),
                Optional.empty(),
                false);
    }

    private static Row requests(Outcome outcome, ComparedSide a, ComparedSide b) {
        long first = a.outcomes().getOrDefault(outcome, 0L);
        long second = b.outcomes().getOrDefault(outcome, 0L);
        return plain(
                text("compare.requests", outcome.key().replace('-', ' ')),
                FigureText.count(first),
                FigureText.count(second),
                signed((double) second - first, value -> FigureText.count((long) value)),
                text(second < first ? "compare.fewer" : "compare.more"),
                Tone.of((double) second - first, outcome != Outcome.OK),
                CompareOrigins.requests(outcome),
                Optional.empty(),
                false);
    }

    private static Row busy(String id, double first, double second) {
        return plain(
                text("compare.busy", id),
                percent(first),
                percent(second),
                signed(second - first, ComparisonWords::points),
                text(second < first ? "compare.less-busy" : "compare.busier"),
                Tone.NEITHER,
                CompareOrigins.busy(),
                Optional.of(id),
                true);
    }

    private static Row measured(
            String name,
            Difference figure,
            Judgement judgement,
            DoubleFunction<String> format,
            DoubleFunction<String> formatOfDifference,
            Origin origin) {
        return new Row(
                name,
                format.apply(figure.a()),
                format.apply(figure.b()),
                signed(figure.difference(), formatOfDifference),
                half(figure.paired(), formatOfDifference),
                half(figure.unpaired(), formatOfDifference),
                judgement.words(),
                Tone.of(judgement),
                judgement == Judgement.BETTER || judgement == Judgement.WORSE,
                origin,
                Optional.empty(),
                false);
    }

    /** Nobody knows how sure this is; where nothing differs as it is written, nothing is said. */
    static Row plain(
            String name,
            String a,
            String b,
            String difference,
            String word,
            Tone tone,
            Origin origin,
            Optional<String> node,
            boolean whole) {
        boolean differs = difference.startsWith("+") || difference.startsWith("−");
        return new Row(
                name,
                a,
                b,
                difference,
                "",
                "",
                differs ? word : "",
                differs ? tone : Tone.NEITHER,
                false,
                origin,
                node,
                whole);
    }

    static String half(Interval interval, DoubleFunction<String> format) {
        return interval.isKnown() ? "± " + format.apply(interval.halfWidth()) : text("compare.too-few");
    }

    static String signed(double value, DoubleFunction<String> format) {
        String size = format.apply(Math.abs(value));
        return Double.isNaN(value) || size.equals(format.apply(0)) ? size : (value < 0 ? "−" : "+") + size;
    }

    static String time(double nanos) {
        return FigureText.duration(Math.round(nanos));
    }

    static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
