package roundhouse.analysis;

/**
 * A mean or a percentile of a run since its warm-up, and how sure it is.
 *
 * @param value not a number where nothing was measured
 * @param interval by batch means over seconds
 * @param batches how many there were; 0 where there are too few seconds
 */
public record Measured(double value, Interval interval, int batches) {
    static Measured of(double value, BatchMeans seconds) {
        BatchMeans.Spread spread = seconds.spread();
        Interval interval = Interval.of(spread);
        return new Measured(value, interval, interval.isKnown() ? spread.batches() : 0);
    }
}
