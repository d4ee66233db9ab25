package roundhouse.workbench.compare.measured;

import static roundhouse.workbench.texts.Texts.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.figures.DataDuration;
import roundhouse.simulation.observing.figures.DataTotal;
import roundhouse.simulation.observing.figures.DataTotal.Good;

/** A figure by which designs are compared: a column of the table. Times leave the warm-up out; counts and shares are of the whole run. */
public enum ComparedFigure {
    MEAN(text("compare.mean-latency"), ComparedUnit.NANOS, Good.LESS, text("compare.mean-latency-help")),
    P99(text("compare.p99-latency"), ComparedUnit.NANOS, Good.LESS, text("compare.p99-latency-help")),
    SUCCEEDED(text("compare.succeeded"), ComparedUnit.SHARE, Good.MORE, text("compare.succeeded-help")),
    BUSIEST(text("compare.busiest"), ComparedUnit.SHARE, Good.NEITHER, text("compare.busiest-help")),
    COST(text("compare.cost"), ComparedUnit.MONEY, Good.LESS, text("compare.cost-help")),
    HIT_RATIO(DataTotal.HIT_RATIO),
    READ_P50(DataDuration.READ, "p50"),
    READ_P99(DataDuration.READ, "p99"),
    WRITE_P50(DataDuration.WRITE, "p50"),
    WRITE_P99(DataDuration.WRITE, "p99"),
    STALE(DataTotal.STALE_SHARE),
    STALE_AGE(DataDuration.STALE_AGE, text("compare.mean")),
    LOST(DataTotal.LOST_WRITES),
    DATABASE_READS(DataTotal.DATABASE_READS),
    DATABASE_WRITES(DataTotal.DATABASE_WRITES);

    /** How fast requests are answered, and whether. */
    public static final List<ComparedFigure> LIVE = List.of(P99, SUCCEEDED);

    private final String heading;
    private final ComparedUnit unit;
    private final Good good;
    private final String help;

    ComparedFigure(String heading, ComparedUnit unit, Good good, String help) {
        this.heading = heading;
        this.unit = unit;
        this.good = good;
        this.help = help;
    }

    /** A number of reads or writes of the database is told by the second. */
    ComparedFigure(DataTotal total) {
        this(
                total.label(),
                total.isShare()
                        ? ComparedUnit.SHARE
                        : total.good() == Good.NEITHER ? ComparedUnit.PER_SECOND : ComparedUnit.COUNT,
                total.good(),
                total.meaning());
    }

    ComparedFigure(DataDuration duration, String percentile) {
        this(duration.label() + " " + percentile, ComparedUnit.NANOS, Good.LESS, duration.meaning());
    }

    public String heading() {
        return heading;
    }

    /** The heading where there is little room. */
    public String shortHeading() {
        return switch (this) {
            case P99 -> "p99";
            case STALE -> text("compare.stale-short");
            default -> heading;
        };
    }

    /** What it is, in a sentence. */
    public String help() {
        return help;
    }

    public ComparedUnit unit() {
        return unit;
    }

    public Good good() {
        return good;
    }

    /** Whether it is about what caches and stores hold. */
    public boolean isOfData() {
        return ordinal() >= HIT_RATIO.ordinal();
    }

    /** Not a number where nothing was measured. */
    public double of(Report report) {
        return switch (this) {
            case MEAN -> measured(report.latency(), report.latency().meanNanos());
            case P99 -> measured(report.latency(), (double) report.latency().p99Nanos());
            case SUCCEEDED -> succeeded(report);
            case BUSIEST -> busiest(report);
            case COST -> report.cost() == null ? Double.NaN : report.cost().perHour();
            default -> report.data() == null ? Double.NaN : of(report.data(), report.simulatedNanos() / 1e9);
        };
    }

    private double of(DataReport data, double seconds) {
        Report.Latency read = data.readLatency();
        Report.Latency write = data.writeLatency();
        return switch (this) {
            case HIT_RATIO -> DataTotal.HIT_RATIO.of(data);
            case READ_P50 -> measured(read, (double) read.p50Nanos());
            case READ_P99 -> measured(read, (double) read.p99Nanos());
            case WRITE_P50 -> measured(write, (double) write.p50Nanos());
            case WRITE_P99 -> measured(write, (double) write.p99Nanos());
            case STALE -> DataTotal.STALE_SHARE.of(data);
            case STALE_AGE -> measured(data.staleAge(), data.staleAge().meanNanos());
            case LOST -> DataTotal.LOST_WRITES.of(data);
            case DATABASE_READS -> perSecond(DataTotal.DATABASE_READS.of(data), seconds);
            case DATABASE_WRITES -> perSecond(DataTotal.DATABASE_WRITES.of(data), seconds);
            default -> Double.NaN;
        };
    }

    /** All that a report says; nothing for what was not measured. */
    public static Map<ComparedFigure, Double> all(Report report) {
        Map<ComparedFigure, Double> figures = new EnumMap<>(ComparedFigure.class);
        for (ComparedFigure figure : values()) {
            double measured = figure.of(report);
            if (!Double.isNaN(measured)) {
                figures.put(figure, measured);
            }
        }
        return figures;
    }

    private static double measured(Report.Latency latency, double nanos) {
        return latency.count() == 0 ? Double.NaN : nanos;
    }

    private static double perSecond(double count, double seconds) {
        return seconds == 0 ? Double.NaN : count / seconds;
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
}
