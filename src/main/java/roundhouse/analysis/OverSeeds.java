package roundhouse.analysis;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A figure of one design in runs under several seeds, a value of each. Runs under other seeds do not depend on each other, so how far their
 * values spread says how sure their mean is, whatever happens in a run: a warm-up that is too short, a crash, a rush hour.
 *
 * <p>Two designs under the same seed meet the same requests, so their difference is taken seed by seed and is free of what both runs had in
 * common: the paired t interval of Law and Kelton, Simulation Modeling and Analysis (5th ed., 2015), sections 10.2.1 and 11.2.
 *
 * @param values by seed; without those where nothing was measured
 */
public record OverSeeds(SortedMap<Long, Double> values) {
    public OverSeeds {
        SortedMap<Long, Double> measured = new TreeMap<>(values);
        measured.values().removeIf(value -> value.isNaN());
        values = Collections.unmodifiableSortedMap(measured);
    }

    /** Not a number without any. */
    public double mean() {
        return values.isEmpty() ? Double.NaN : mean(of(values));
    }

    public Interval interval() {
        return Interval.ofMean(of(values));
    }

    /** How much more it is than another design's, over the seeds that both were run under. */
    public SeedDifference less(OverSeeds other) {
        SortedMap<Long, Double> both = new TreeMap<>();
        values.forEach((seed, value) -> {
            Double its = other.values.get(seed);
            if (its != null) {
                both.put(seed, value - its);
            }
        });
        double[] differences = of(both);
        return new SeedDifference(
                both.isEmpty() ? Double.NaN : mean(differences), Interval.ofMean(differences), both.size());
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double[] of(SortedMap<Long, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
