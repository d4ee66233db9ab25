package roundhouse.workbench.compare;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.ComparedSide;
import roundhouse.analysis.DataRow;
import roundhouse.analysis.Difference;
import roundhouse.analysis.Interval;
import roundhouse.analysis.RunComparison;
import roundhouse.analysis.origins.ExpectationOrigins;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.analysis.queueing.Quantity;
import roundhouse.routing.Outcome;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.origins.AskedFigure;

/** Where the figures of two runs come from. */
final class CompareOrigins {
    private static final String HIDDEN = text("compare.not-modelled");
    private static final String WHOLE = text("compare.no-theory-whole");

    static final Origin MEAN = Origin.of(
            text("compare.mean-says"),
            text("compare.mean-formula", Interval.PERCENT),
            text("compare.unit-time"),
            text("compare.mean-sample"),
            OriginSpan.SINCE_WARM_UP,
            HIDDEN,
            WHOLE);
    static final Origin SUCCEEDED = Origin.of(
            text("compare.succeeded-says"),
            text("compare.succeeded-formula", Interval.PERCENT),
            text("compare.unit-share-points"),
            text("compare.succeeded-sample"),
            OriginSpan.SINCE_WARM_UP,
            text("compare.succeeded-not-modelled"),
            WHOLE);
    private static final Origin CURVES = Origin.of(
            text("compare.curves-says"),
            text("compare.curves-formula"),
            text("compare.curves-unit"),
            text("compare.curves-sample"),
            OriginSpan.SINCE_WARM_UP,
            HIDDEN,
            WHOLE);

    private CompareOrigins() {}

    /** Of the latencies of each run alone. */
    static Origin latency(String statistic) {
        return Arrays.stream(Statistic.values())
                .filter(one -> one.key().equals(statistic))
                .findFirst()
                .map(one -> ExpectationOrigins.of(new Figure.Latency(one)))
                .orElseThrow();
    }

    static Origin requests(Outcome outcome) {
        return ExpectationOrigins.of(new Figure.Ended(outcome));
    }

    static Origin busy() {
        return ExpectationOrigins.of(new Figure.Utilization()).against(Quantity.UTILISATION);
    }

    static Origin cost() {
        return ExpectationOrigins.of(new Figure.Cost());
    }

    static Origin data(DataRow row) {
        return Origin.of(
                text("compare.data-says", row.name()),
                switch (row.unit()) {
                    case COUNT -> text("compare.formula-count");
                    case SHARE -> text("compare.formula-share");
                    case NANOS -> text("compare.formula-time");
                    case BYTES -> text("compare.formula-bytes");
                },
                switch (row.unit()) {
                    case COUNT -> text("compare.unit-count");
                    case SHARE -> text("compare.unit-share");
                    case NANOS -> text("compare.unit-time");
                    case BYTES -> text("compare.unit-bytes");
                },
                text("compare.data-sample"),
                row.unit() == DataRow.Unit.NANOS ? OriginSpan.SINCE_WARM_UP : OriginSpan.SINCE_START,
                text("compare.data-not-modelled"),
                text("compare.no-theory-data"));
    }

    /** The picture of the mean latencies. */
    static AskedFigure mean(RunComparison comparison, List<ComparedDesign> designs) {
        return picture(
                text("compare.mean-latency"),
                MEAN,
                batches(comparison.goodPairs(), comparison.latency()),
                comparison,
                designs);
    }

    /** The picture of what succeeded. */
    static AskedFigure succeeded(RunComparison comparison, List<ComparedDesign> designs) {
        return picture(
                text("compare.succeeded"),
                SUCCEEDED,
                batches(comparison.pairs(), comparison.success()),
                comparison,
                designs);
    }

    /** The picture of all latencies of both runs. */
    static AskedFigure curves(RunComparison comparison, List<ComparedDesign> designs) {
        return picture(
                text("compare.curves-name"),
                CURVES,
                text(
                        "compare.samples-each",
                        FigureText.count(comparison.a().latency().count()),
                        comparison.a().name(),
                        FigureText.count(comparison.b().latency().count()),
                        comparison.b().name()),
                comparison,
                designs);
    }

    private static AskedFigure picture(
            String label, Origin origin, String samples, RunComparison comparison, List<ComparedDesign> designs) {
        return new AskedFigure(label, origin, samples, Optional.empty(), Optional.of(runs(false, comparison, designs)));
    }

    private static AskedFigure.ComparedRuns runs(
            boolean whole, RunComparison comparison, List<ComparedDesign> designs) {
        String from = FigureText.clock(comparison.fromNanos());
        String until = FigureText.clock(comparison.untilNanos());
        return new AskedFigure.ComparedRuns(
                designs,
                whole ? text("compare.span-whole", until) : text("compare.span-compared", from, until),
                comparison.untilNanos());
    }

    /** A row, to be asked where it comes from. */
    static AskedFigure asked(Row row, RunComparison comparison, List<ComparedDesign> designs) {
        return new AskedFigure(
                row.name(),
                row.origin(),
                samples(row, comparison),
                row.node(),
                Optional.of(runs(row.whole(), comparison, designs)));
    }

    private static String samples(Row row, RunComparison comparison) {
        if (row.origin().equals(MEAN)) {
            return batches(comparison.goodPairs(), comparison.latency());
        }
        if (row.origin().equals(SUCCEEDED)) {
            return batches(comparison.pairs(), comparison.success());
        }
        ComparedSide a = comparison.a();
        ComparedSide b = comparison.b();
        return text(
                "compare.samples-each",
                FigureText.count(
                        row.whole() ? a.whole().requests() : ended(a.outcomes().values())),
                a.name(),
                FigureText.count(
                        row.whole() ? b.whole().requests() : ended(b.outcomes().values())),
                b.name());
    }

    private static String batches(long requests, Difference difference) {
        return text("compare.samples-batches", FigureText.count(requests), FigureText.count(difference.batches()));
    }

    private static long ended(Iterable<Long> outcomes) {
        long all = 0;
        for (long some : outcomes) {
            all += some;
        }
        return all;
    }
}
