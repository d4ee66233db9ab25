package roundhouse.workbench.compare.several;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.figures.DataTotal;
import roundhouse.simulation.observing.figures.DataTotal.Good;

/** A figure by which designs are compared: a column of the table. Times leave the warm-up out; counts and shares are of the whole run. */
enum ComparedFigure {
    MEAN(
            "Mean latency",
            ComparedUnit.NANOS,
            Good.LESS,
            "Mean round trip of requests that ended well.",
            report -> latency(report, report.latency().meanNanos())),
    P99(
            "p99 latency",
            ComparedUnit.NANOS,
            Good.LESS,
            "99 of 100 requests that ended well were faster.",
            report -> latency(report, (double) report.latency().p99Nanos())),
    SUCCEEDED(
            "Succeeded",
            ComparedUnit.SHARE,
            Good.MORE,
            "Of the requests that have ended, those that ended well.",
            report -> succeeded(report)),
    BUSIEST(
            "Busiest node",
            ComparedUnit.SHARE,
            Good.NEITHER,
            "The part of its cores that was busy on average.",
            report -> busiest(report)),
    COST(
            "Cost an hour",
            ComparedUnit.MONEY,
            Good.LESS,
            "Of all nodes with a price, in the currency of the price list.",
            report -> report.cost() == null ? Double.NaN : report.cost().perHour()),
    HIT_RATIO(DataTotal.HIT_RATIO),
    READ_P50(DataDuration.READ, "p50", latency -> (double) latency.p50Nanos()),
    READ_P99(DataDuration.READ, "p99", latency -> (double) latency.p99Nanos()),
    WRITE_P50(DataDuration.WRITE, "p50", latency -> (double) latency.p50Nanos()),
    WRITE_P99(DataDuration.WRITE, "p99", latency -> (double) latency.p99Nanos()),
    STALE(DataTotal.STALE_SHARE),
    STALE_AGE(DataDuration.STALE_AGE, "mean", Report.Latency::meanNanos),
    LOST(DataTotal.LOST_WRITES),
    DATABASE_READS(DataTotal.DATABASE_READS),
    DATABASE_WRITES(DataTotal.DATABASE_WRITES);

    /** How fast requests are answered, and whether. */
    static final List<ComparedFigure> LIVE = List.of(P99, SUCCEEDED);

    private final String heading;
    private final ComparedUnit unit;
    private final Good good;
    private final String help;
    private final ToDoubleFunction<Report> value;

    ComparedFigure(String heading, ComparedUnit unit, Good good, String help, ToDoubleFunction<Report> value) {
        this.heading = heading;
        this.unit = unit;
        this.good = good;
        this.help = help;
        this.value = value;
    }

    /** A number of reads or writes of the database is told by the second. */
    ComparedFigure(DataTotal total) {
        this(
                total.label(),
                total.isShare()
                        ? ComparedUnit.SHARE
                        : total.good() == Good.NEITHER ? ComparedUnit.PER_SECOND : ComparedUnit.COUNT,
                total.good(),
                total.meaning(),
                report -> total(report, total));
    }

    ComparedFigure(DataDuration duration, String percentile, ToDoubleFunction<Report.Latency> value) {
        this(
                duration.label() + " " + percentile,
                ComparedUnit.NANOS,
                Good.LESS,
                duration.meaning(),
                report -> duration(report, duration, value));
    }

    String heading() {
        return heading;
    }

    /** The heading where there is little room. */
    String shortHeading() {
        return switch (this) {
            case P99 -> "p99";
            case STALE -> "Stale";
            default -> heading;
        };
    }

    /** What it is, in a sentence. */
    String help() {
        return help;
    }

    ComparedUnit unit() {
        return unit;
    }

    Good good() {
        return good;
    }

    /** Whether it is about what caches and stores hold. */
    boolean isOfData() {
        return ordinal() >= HIT_RATIO.ordinal();
    }

    /** Not a number where nothing was measured. */
    double of(Report report) {
        return value.applyAsDouble(report);
    }

    /** All that a report says; nothing for what was not measured. */
    static Map<ComparedFigure, Double> all(Report report) {
        Map<ComparedFigure, Double> figures = new EnumMap<>(ComparedFigure.class);
        for (ComparedFigure figure : values()) {
            double measured = figure.of(report);
            if (!Double.isNaN(measured)) {
                figures.put(figure, measured);
            }
        }
        return figures;
    }

    private static double latency(Report report, double nanos) {
        return report.latency().count() == 0 ? Double.NaN : nanos;
    }

    private static double succeeded(Report report) {
        long ended =
                report.outcomes().values().stream().mapToLong(Long::longValue).sum();
        long well = report.outcomes().getOrDefault(Outcome.OK, 0L);
        return ended == 0 ? Double.NaN : (double) well / ended;
    }

    private static double busiest(Report report) {
        return report.nodes().values().stream()
                .mapToDouble(Report.NodeReport::utilization)
                .filter(busy -> !Double.isNaN(busy))
                .max()
                .orElse(Double.NaN);
    }

    private static double total(Report report, DataTotal total) {
        DataReport data = report.data();
        if (data == null) {
            return Double.NaN;
        }
        boolean isRate = !total.isShare() && total.good() == Good.NEITHER;
        double seconds = report.simulatedNanos() / 1e9;
        return isRate ? (seconds == 0 ? Double.NaN : total.of(data) / seconds) : total.of(data);
    }

    private static double duration(Report report, DataDuration duration, ToDoubleFunction<Report.Latency> value) {
        DataReport data = report.data();
        Report.Latency measured = data == null ? Report.Latency.NONE : duration.of(data);
        return measured.count() == 0 ? Double.NaN : value.applyAsDouble(measured);
    }
}
