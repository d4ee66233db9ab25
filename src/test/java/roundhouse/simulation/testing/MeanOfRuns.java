package roundhouse.simulation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;

/** The mean of one figure over ten independent runs, with its 99 % confidence interval. */
public record MeanOfRuns(double mean, double halfWidth) {
    public static final int SEEDS = 10;
    /** The 0.995 quantile of Student's t with 9 degrees of freedom. */
    private static final double T = 3.250;

    /** @param figure of the run with that seed, 1 to {@link #SEEDS} */
    public static MeanOfRuns of(IntToDoubleFunction figure) {
        double sum = 0;
        double squares = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            double value = figure.applyAsDouble(seed);
            sum += value;
            squares += value * value;
        }
        double mean = sum / SEEDS;
        double deviation = Math.sqrt(Math.max(0, squares - sum * mean) / (SEEDS - 1));
        return new MeanOfRuns(mean, T * deviation / Math.sqrt(SEEDS));
    }

    /**
     * The theory is in the interval, widened by its own error, and the interval is narrow enough to say something.
     *
     * @param error of the theory
     * @param widest half a width that still says something
     */
    public void agrees(String what, double theory, double error, double widest) {
        assertThat(theory)
                .as("%s: mean %s ± %s of the runs, %s in theory", what, mean, halfWidth, theory)
                .isBetween(mean - halfWidth - error, mean + halfWidth + error);
        assertThat(halfWidth).as("%s: half the interval", what).isLessThan(widest);
    }
}
