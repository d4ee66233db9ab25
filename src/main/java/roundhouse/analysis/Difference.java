package roundhouse.analysis;

/**
 * One figure of two runs and how much they differ.
 *
 * @param a the first run's mean
 * @param b the second's
 * @param ofA how sure the first's is
 * @param ofB how sure the second's is
 * @param difference b less a, over requests that are in both
 * @param paired the difference's interval when each request is compared with itself in the other run
 * @param unpaired the interval of the difference when the two runs are taken for independent, as two separate measurements would be
 * @param batches that the paired interval rests on
 * @param batchSize requests in each of them
 * @param correlation of the means of successive batches; near 0 when they are long enough for the interval to be right
 */
public record Difference(
        double a,
        double b,
        Interval ofA,
        Interval ofB,
        double difference,
        Interval paired,
        Interval unpaired,
        int batches,
        long batchSize,
        double correlation) {
    /** How many times wider the unpaired interval is than the paired one; NaN when either is not known or the paired one has no width. */
    public double gain() {
        return paired.halfWidth() > 0 ? unpaired.halfWidth() / paired.halfWidth() : Double.NaN;
    }

    /**
     * Whether successive batches are more alike than chance makes them, at twice its standard deviation 1/√batches: then both
     * intervals are too narrow, because the run is too short or changes on its way.
     */
    public boolean batchesDepend() {
        return batches > 0 && correlation > 2 / Math.sqrt(batches);
    }

    static Difference of(BatchMeans a, BatchMeans b, BatchMeans pairs) {
        BatchMeans.Spread spread = pairs.spread();
        return new Difference(
                a.mean(),
                b.mean(),
                Interval.of(a.spread()),
                Interval.of(b.spread()),
                pairs.mean(),
                Interval.of(spread),
                Interval.welch(a.spread(), b.spread()),
                spread.batches(),
                spread.size(),
                spread.correlation());
    }
}
