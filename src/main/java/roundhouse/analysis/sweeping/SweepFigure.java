package roundhouse.analysis.sweeping;

import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.CostReport;
import roundhouse.simulation.observing.Report;

/** A figure of each run of a sweep, named as in reports: a column of its table. Times are seconds. */
public enum SweepFigure {
    REQUESTS("requests", "Requests"),
    OK("ok", "Ended well"),
    REFUSED("refused", "Refused"),
    REJECTED("rejected", "Rejected"),
    FAILED("failed", "Failed"),
    TIMED_OUT("timed-out", "Timed out"),
    MEAN("mean", "Mean latency, s"),
    P50("p50", "p50, s"),
    P90("p90", "p90, s"),
    P99("p99", "p99, s"),
    P999("p99.9", "p99.9, s"),
    MAX("max", "Longest, s"),
    UTILIZATION("utilization", "Busiest node, 0 to 1"),
    COST("cost-per-hour", "Cost an hour"),
    COST_PER_MILLION("cost-per-million", "Cost of a million requests");

    private final String key;
    private final String title;

    SweepFigure(String key, String title) {
        this.key = key;
        this.title = title;
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
        CostReport cost = report.cost();
        return switch (this) {
            case REQUESTS -> (double) report.requests();
            case OK -> ended(report, Outcome.OK);
            case REFUSED -> ended(report, Outcome.REFUSED);
            case REJECTED -> ended(report, Outcome.REJECTED);
            case FAILED -> ended(report, Outcome.FAILED);
            case TIMED_OUT -> ended(report, Outcome.TIMED_OUT);
            case MEAN -> measured(report, report.latency().meanNanos());
            case P50 -> measured(report, (double) report.latency().p50Nanos());
            case P90 -> measured(report, (double) report.latency().p90Nanos());
            case P99 -> measured(report, (double) report.latency().p99Nanos());
            case P999 -> measured(report, (double) report.latency().p999Nanos());
            case MAX -> measured(report, (double) report.latency().maxNanos());
            case UTILIZATION -> busiest(report);
            case COST -> cost == null ? Double.NaN : cost.perHour();
            case COST_PER_MILLION -> cost == null ? Double.NaN : cost.perMillion();
        };
    }

    private static double ended(Report report, Outcome outcome) {
        return (double) report.outcomes().getOrDefault(outcome, 0L);
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
