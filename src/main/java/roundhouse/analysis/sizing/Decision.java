package roundhouse.analysis.sizing;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import roundhouse.topology.expectations.Expectation;

/**
 * Whether runs of a design under several seeds meet the goals. A figure against an amount is met when the mean of the runs is, and
 * surely so when the end of its one-sided 95 % confidence interval (Student's t) is on the same side; any other goal must be met in
 * every run.
 */
public enum Decision {
    MET(true, true),
    MISSED(false, true),
    RATHER_MET(true, false),
    RATHER_MISSED(false, false);

    /** How sure. */
    static final double CONFIDENCE = 0.95;

    private final boolean met;
    private final boolean sure;

    Decision(boolean met, boolean sure) {
        this.met = met;
        this.sure = sure;
    }

    public boolean isMet() {
        return met;
    }

    /** Whether further runs would not change it, as far as can be told. */
    public boolean isSure() {
        return sure;
    }

    /** By all goals together: the worst of them. */
    static Decision of(List<TrialRun> runs, Goals goals) {
        Decision all = MET;
        for (int goal = 0; goal < goals.all().size(); goal++) {
            all = worse(all, of(runs, goal, goals.all().get(goal)));
        }
        return all;
    }

    private static Decision worse(Decision one, Decision other) {
        if (one == MISSED || other == MISSED) {
            return MISSED;
        }
        if (!one.met || !other.met) {
            return RATHER_MISSED;
        }
        return one.sure && other.sure ? MET : RATHER_MET;
    }

    private static Decision of(List<TrialRun> runs, int goal, Expectation expectation) {
        boolean judged = runs.stream().allMatch(run -> Double.isFinite(run.measured(goal)));
        if (!(expectation instanceof Expectation.Bound bound) || !judged) {
            return runs.stream().allMatch(run -> run.isMet(goal)) ? MET : MISSED;
        }
        double mean =
                runs.stream().mapToDouble(run -> run.measured(goal)).average().orElseThrow();
        double half = half(runs, goal, mean);
        double amount = bound.amount().value();
        boolean met = bound.comparison().holds(mean, amount);
        boolean sure = bound.comparison().holds(mean - half, amount) == met
                && bound.comparison().holds(mean + half, amount) == met;
        return met ? (sure ? MET : RATHER_MET) : (sure ? MISSED : RATHER_MISSED);
    }

    /** From the mean to the end of its interval; nothing is known of one run. */
    private static double half(List<TrialRun> runs, int goal, double mean) {
        if (runs.size() < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double squares = runs.stream()
                .mapToDouble(run -> (run.measured(goal) - mean) * (run.measured(goal) - mean))
                .sum();
        double variance = squares / (runs.size() - 1) / runs.size();
        return variance == 0
                ? 0
                : TDistribution.of(runs.size() - 1.0).inverseCumulativeProbability(CONFIDENCE) * Math.sqrt(variance);
    }
}
