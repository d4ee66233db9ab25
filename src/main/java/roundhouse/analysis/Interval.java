package roundhouse.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A confidence interval of {@value #PERCENT} %: the value stands in its middle.
 *
 * @param halfWidth from the middle to either end; NaN when there are too few values to say
 */
public record Interval(double halfWidth) {
    /** How sure it is. */
    public static final int PERCENT = 95;

    /** Fewer batches than these say nothing of how values spread. */
    static final int FEWEST = 10;

    static final Interval UNKNOWN = new Interval(Double.NaN);

    public boolean isKnown() {
        return !Double.isNaN(halfWidth);
    }

    /** Whether 0 lies within the interval around that value, or the interval is not known. */
    public boolean covers(double difference) {
        return !(Math.abs(difference) > halfWidth);
    }

    /** Of a mean of batches, by Student's t with one degree of freedom less than there are batches. */
    static Interval of(BatchMeans.Spread spread) {
        return spread.batches() < FEWEST ? UNKNOWN : of(spread.variance(), spread.batches() - 1);
    }

    /**
     * Of the difference of two independent means, by Welch's t: B. L. Welch, The generalization of
     * "Student's" problem when several different population variances are involved, Biometrika 34 (1947).
     */
    static Interval welch(BatchMeans.Spread a, BatchMeans.Spread b) {
        if (Math.min(a.batches(), b.batches()) < FEWEST) {
            return UNKNOWN;
        }
        double both = a.variance() + b.variance();
        double parts =
                a.variance() * a.variance() / (a.batches() - 1) + b.variance() * b.variance() / (b.batches() - 1);
        return of(both, both * both / parts);
    }

    /** Of the mean of values that do not depend on each other, as one of each of several runs; not known of fewer than two. */
    static Interval ofMean(double[] values) {
        if (values.length < 2) {
            return UNKNOWN;
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return of(squares / (values.length - 1) / values.length, values.length - 1);
    }

    private static Interval of(double variance, double degrees) {
        return variance == 0 ? new Interval(0) : new Interval(quantile(degrees) * Math.sqrt(variance));
    }

    /** The two-sided quantile of Student's t. */
    static double quantile(double degrees) {
        return TDistribution.of(degrees).inverseCumulativeProbability((1 + PERCENT / 100.0) / 2);
    }
}
