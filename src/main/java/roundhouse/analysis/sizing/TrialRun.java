package roundhouse.analysis.sizing;

import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.simulation.observing.CostReport;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.expecting.Verdict;

/**
 * One run of a design.
 *
 * @param verdicts what came of the goals, in their order
 * @param requests that clients began in a second, warm-up included
 * @param throughput of them that ended well, in a second
 * @param meanNanos mean round trip; not a number where none ended well
 * @param p99Nanos likewise
 * @param cost an hour by the prices; not a number where nothing has a price
 * @param nodes how each node stood
 */
public record TrialRun(
        long seed,
        long digest,
        List<Verdict> verdicts,
        double requests,
        double throughput,
        double meanNanos,
        double p99Nanos,
        double cost,
        List<NodeStand> nodes) {
    private static final double SECOND = 1e9;

    static TrialRun of(Report report) {
        double seconds = report.simulatedNanos() / SECOND;
        boolean none = report.latency().count() == 0;
        CostReport cost = report.cost();
        return new TrialRun(
                report.seed(),
                report.digest(),
                report.verdicts(),
                report.requests() / seconds,
                report.outcomes().getOrDefault(Outcome.OK, 0L) / seconds,
                none ? Double.NaN : report.latency().meanNanos(),
                none ? Double.NaN : report.latency().p99Nanos(),
                cost == null ? Double.NaN : cost.perHour(),
                NodeStand.of(report));
    }

    boolean isMet(int goal) {
        return verdicts.get(goal) instanceof Verdict.Met;
    }

    /** In the unit of the goal's amount; infinite where there was nothing to judge by. */
    double measured(int goal) {
        return switch (verdicts.get(goal)) {
            case Verdict.Met met -> met.measured();
            case Verdict.Missed missed -> missed.measured();
            case Verdict.Unknown _ -> Double.POSITIVE_INFINITY;
        };
    }
}
