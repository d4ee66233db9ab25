package roundhouse.scaling;

/**
 * Gunther's Universal Scalability Law: throughput of n as gamma n / (1 + alpha (n-1) + beta n (n-1)).
 *
 * @param alpha contention: the part that only one can do at a time
 * @param beta coherency: what each pair costs
 * @param gamma throughput of one
 */
public record UniversalScalability(double alpha, double beta, double gamma) {
    public double throughput(double n) {
        return gamma * n / (1 + alpha * (n - 1) + beta * n * (n - 1));
    }

    /** The n of the highest throughput; infinite when more always helps. */
    public double peak() {
        return beta == 0 ? Double.POSITIVE_INFINITY : Math.sqrt((1 - alpha) / beta);
    }

    /** What the throughput could not exceed if only contention held it back. */
    public double limit() {
        return gamma / alpha;
    }

    /** The n at which contention alone would have the throughput at its limit if one by one were added for nothing. */
    public double optimal() {
        return 1 / alpha;
    }

    /** Square root of the mean square of what the law does not explain, by the degrees of freedom that the three figures leave. */
    public double residualStandardError(double[] n, double[] throughput) {
        return Math.sqrt(UniversalScalabilityFit.squares(this, n, throughput) / (n.length - 3));
    }
}
