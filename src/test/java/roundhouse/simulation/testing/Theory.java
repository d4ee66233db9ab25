package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Compares the mean of independent replications with what theory says it is.
 *
 * <p>All comparisons of the suite together may raise a false alarm with a probability of less than 1 %: each of at most {@value
 * #AT_MOST} has a {@value #AT_MOST}th of that, by Bonferroni, so that its interval covers the true mean with a probability of 1 - 0.01 /
 * {@value #AT_MOST}. Seeds are fixed, so a pass stays a pass until the engine changes.
 */
public final class Theory {
    /** Replications of each comparison. */
    public static final int REPLICATIONS = 20;

    private static final int AT_MOST = 64;

    /** The quantile of Student's t for 1 - 0.01 / 64 on both sides, with 19 degrees of freedom. */
    private static final double T = 4.6991;

    private static final AtomicInteger COMPARED = new AtomicInteger();

    private Theory() {}

    /** The values are of {@link #REPLICATIONS} independent replications. */
    public static void agrees(String what, double[] values, double theory) {
        assertThat(values).hasSize(REPLICATIONS);
        assertThat(COMPARED.incrementAndGet())
                .as("comparisons that share a false-alarm rate of 1 %%")
                .isLessThanOrEqualTo(AT_MOST);
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double half = T * Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
        assertThat(theory)
                .as("%s: mean %s ± %s of the runs, %s in theory", what, mean, half, theory)
                .isBetween(mean - half, mean + half);
        assertThat(half)
                .as("%s: the interval must be narrow enough to tell anything", what)
                .isLessThan(0.1 * Math.abs(theory));
    }
}
