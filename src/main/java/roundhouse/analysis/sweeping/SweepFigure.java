package roundhouse.analysis.sweeping;

import java.util.function.ToDoubleFunction;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.Report;

/** A figure of each run of a sweep, named as in reports: a column of its table. Times are seconds. */
public enum SweepFigure {
    REQUESTS("requests", "Requests", Report::requests),
    OK("ok", "Ended well", report -> ended(report, Outcome.OK)),
    REFUSED("refused", "Refused", report -> ended(report, Outcome.REFUSED)),
    REJECTED("rejected", "Rejected", report -> ended(report, Outcome.REJECTED)),
    FAILED("failed", "Failed", report -> ended(report, Outcome.FAILED)),
    TIMED_OUT("timed-out", "Timed out", report -> ended(report, Outcome.TIMED_OUT)),
    MEAN("mean", "Mean latency, s", report -> measured(report, report.latency().meanNanos())),
    P50("p50", "p50, s", report -> measured(report, report.latency().p50Nanos())),
    P90("p90", "p90, s", report -> measured(report, report.latency().p90Nanos())),
    P99("p99", "p99, s", report -> measured(report, report.latency().p99Nanos())),
    P999("p99.9", "p99.9, s", report -> measured(report, report.latency().p999Nanos())),
    MAX("max", "Longest, s", report -> measured(report, report.latency().maxNanos())),
    UTILIZATION("utilization", "Busiest node, 0 to 1", SweepFigure::busiest),
    COST(
            "cost-per-hour",
            "Cost an hour",
            report -> report.cost() == null ? Double.NaN : report.cost().perHour()),
    COST_PER_MILLION(
            "cost-per-million",
            "Cost of a million requests",
            report -> report.cost() == null ? Double.NaN : report.cost().perMillion());

    private final String key;
    private final String title;
    private final ToDoubleFunction<Report> reading;

    SweepFigure(String key, String title, ToDoubleFunction<Report> reading) {
        this.key = key;
        this.title = title;
        this.reading = reading;
    }

    /** The name in files. */
    public String key() {
        return key;
    }

    /** For people, with its unit. */
    public String title() {
        return title;
    }

    /** Not a number where nothing was measured. */
    public double of(Report report) {
        return reading.applyAsDouble(report);
    }

    private static double ended(Report report, Outcome outcome) {
        return report.outcomes().getOrDefault(outcome, 0L);
    }

    private static double measured(Report report, double nanos) {
        return report.latency().count() == 0 ? Double.NaN : nanos / 1e9;
    }

    private static double busiest(Report report) {
        return report.nodes().values().stream()
                .mapToDouble(Report.NodeReport::utilization)
                .filter(utilization -> !Double.isNaN(utilization))
                .max()
                .orElse(Double.NaN);
    }
}
