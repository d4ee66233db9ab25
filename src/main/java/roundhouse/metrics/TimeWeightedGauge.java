package roundhouse.metrics;

/**
 * A whole number over time (requests in flight, busy cores) and its time-weighted mean: the area under it in long arithmetic, so
 * that it does not depend on how often it was looked at.
 */
public final class TimeWeightedGauge {
    /** An area above this is added to a double, long before a long overflows. */
    private static final long LARGE = 1L << 61;

    private long value;
    /** Since the last {@link #cut}. */
    private long peak;

    private long peakBefore;
    private long sinceNanos;
    private long changedNanos;
    private long area;
    private double aside;

    public long value() {
        return value;
    }

    /** The greatest value since the last {@link #reset}. */
    public long max() {
        return Math.max(peakBefore, peak);
    }

    /** The greatest value since the last {@link #cut}. */
    public long peak() {
        return peak;
    }

    /** Begins another interval for {@link #peak}. */
    public void cut() {
        peakBefore = max();
        peak = value;
    }

    /** Changes the value at that time, nanoseconds, not before the last change. */
    public void add(long nowNanos, long change) {
        long elapsedNanos = nowNanos - changedNanos;
        if (((elapsedNanos >>> 40) | (value >>> 20)) == 0) {
            area += value * elapsedNanos;
            if (area > LARGE) {
                aside += area;
                area = 0;
            }
        } else {
            // More than a quarter of an hour, or a million: the product may be too large.
            aside += (double) value * elapsedNanos;
        }
        changedNanos = nowNanos;
        value += change;
        if (value > peak) {
            peak = value;
        }
    }

    public void set(long nowNanos, long value) {
        add(nowNanos, value - this.value);
    }

    /** Value times nanoseconds since the last {@link #reset}. */
    public double area(long nowNanos) {
        return aside + area + (double) value * (nowNanos - changedNanos);
    }

    /** When the value last changed, or was last {@link #reset}, nanoseconds. */
    public long changedAt() {
        return changedNanos;
    }

    /** The mean since the last {@link #reset}; the value itself when no time has passed. */
    public double mean(long nowNanos) {
        return nowNanos == sinceNanos ? value : area(nowNanos) / (nowNanos - sinceNanos);
    }

    /** Measures from now on. */
    public void reset(long nowNanos) {
        sinceNanos = nowNanos;
        changedNanos = nowNanos;
        area = 0;
        aside = 0;
        peak = value;
        peakBefore = value;
    }
}
