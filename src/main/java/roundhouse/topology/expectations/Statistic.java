package roundhouse.topology.expectations;

/** What an expectation asks of many durations or of a level over time. */
public enum Statistic {
    MEAN("mean", Double.NaN),
    P50("p50", 50),
    P90("p90", 90),
    P95("p95", 95),
    P99("p99", 99),
    P999("p99.9", 99.9),
    MAX("max", Double.NaN);

    private final String key;
    private final double percent;

    Statistic(String key, double percent) {
        this.key = key;
        this.percent = percent;
    }

    /** The name in files and reports. */
    public String key() {
        return key;
    }

    /** Which percentile it is, 0 to 100; no number for the mean and the maximum. */
    public double percent() {
        return percent;
    }
}
