package roundhouse.workbench.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.DataRow;
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
    private static final String INTERVAL = "; ± is t × s / √batches of the batches' means, " + Interval.PERCENT + " %";
    private static final String HIDDEN = "Garbage collection, packet loss and TCP's own delays.";
    private static final String WHOLE =
            "it is of the whole system; each node's utilisation below is compared with the utilisation law";

    static final Origin MEAN = Origin.of(
            "How long requests took that ended well in both runs, and by how much that differs.",
            "∑ latency / requests; the difference is the mean of each request's own" + INTERVAL,
            "time",
            "each request that ended well in both runs, with the same number from the same clients",
            OriginSpan.SINCE_WARM_UP,
            HIDDEN,
            WHOLE);
    static final Origin SUCCEEDED = Origin.of(
            "The part of the requests that ended well, of those that ended in both runs.",
            "ended well / ended in both" + INTERVAL,
            "a share, 0 to 100 %; differences are in points of a hundred",
            "each request that ended in both runs",
            OriginSpan.SINCE_WARM_UP,
            "Requests that people would not have sent because the system was slow before.",
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
                row.name() + ", in each of the two runs.",
                switch (row.unit()) {
                    case COUNT -> "one for each";
                    case SHARE -> "those it says / all of their kind";
                    case NANOS -> "of all such times; a percentile is the smallest that so many of them do not exceed";
                    case BYTES -> "∑ of sizes";
                },
                switch (row.unit()) {
                    case COUNT -> "a count";
                    case SHARE -> "a share, 0 to 100 %";
                    case NANOS -> "time";
                    case BYTES -> "bytes, in MiB";
                },
                "each read, write and message of data in that run",
                row.unit() == DataRow.Unit.NANOS ? OriginSpan.SINCE_WARM_UP : OriginSpan.SINCE_START,
                "The values themselves: only their keys, versions and sizes are there.",
                "what keys were read and written when decides it; a cache's theory stands in its inspector");
    }

    /** A row, to be asked where it comes from. */
    static AskedFigure asked(Row row, RunComparison comparison, List<ComparedDesign> designs) {
        String from = FigureText.clock(comparison.fromNanos());
        String until = FigureText.clock(comparison.untilNanos());
        boolean whole = row.name().endsWith("whole run");
        return new AskedFigure(
                row.name(),
                row.origin(),
                samples(row, comparison),
                row.node(),
                Optional.of(new AskedFigure.ComparedRuns(
                        designs,
                        whole
                                ? "The whole of both runs to " + until
                                        + "; times and utilisation since the warm-up of each."
                                : "Requests that began from " + from + " on, to " + until
                                        + ". What began before is cut: the warm-up, and what both runs have in common.",
                        comparison.untilNanos())));
    }

    private static String samples(Row row, RunComparison comparison) {
        if (row.origin().equals(MEAN)) {
            return FigureText.count(comparison.goodPairs()) + " requests, "
                    + FigureText.count(comparison.latency().batches()) + " batches.";
        }
        if (row.origin().equals(SUCCEEDED)) {
            return FigureText.count(comparison.pairs()) + " requests, "
                    + FigureText.count(comparison.success().batches()) + " batches.";
        }
        return row.name().endsWith("whole run")
                ? FigureText.count(comparison.a().whole().requests()) + " requests in "
                        + comparison.a().name() + ", "
                        + FigureText.count(comparison.b().whole().requests()) + " in "
                        + comparison.b().name() + "."
                : FigureText.count(ended(comparison.a().outcomes().values())) + " requests in "
                        + comparison.a().name() + ", "
                        + FigureText.count(ended(comparison.b().outcomes().values())) + " in "
                        + comparison.b().name() + ".";
    }

    private static long ended(Iterable<Long> outcomes) {
        long all = 0;
        for (long some : outcomes) {
            all += some;
        }
        return all;
    }
}
