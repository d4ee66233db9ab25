package roundhouse.analysis;

/**
 * How much two designs differ by a figure, over runs of both under the same seeds.
 *
 * @param mean of the differences of each seed; not a number without any
 * @param interval of that mean; not known of fewer than two seeds
 * @param seeds under which both were measured
 */
public record SeedDifference(double mean, Interval interval, int seeds) {
    /** Whether it is surely not 0. */
    public boolean isCertain() {
        return interval.isKnown() && !interval.covers(mean);
    }
}
