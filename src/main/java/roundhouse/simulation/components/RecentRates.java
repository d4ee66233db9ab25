package roundhouse.simulation.components;

/**
 * Arrival rate and utilisation over the last second: what had been counted at the end of each of the last ten tenths, so that the
 * window is between 0.9 and 1 second long (or the whole run so far).
 */
public final class RecentRates {
    private static final int SLICES = 10;

    private final long[] timesNanos = new long[SLICES];
    private final long[] arrived = new long[SLICES];
    private final double[] busy = new double[SLICES];
    private final double[] cores = new double[SLICES];
    private int oldest;

    /** A tenth of a second is over, and so much has been counted. */
    public void slice(long nowNanos, long arrived, double busyArea, double coresArea) {
        timesNanos[oldest] = nowNanos;
        this.arrived[oldest] = arrived;
        busy[oldest] = busyArea;
        cores[oldest] = coresArea;
        oldest = (oldest + 1) % SLICES;
    }

    /** Counts start from nothing at that time. */
    void begin(long nowNanos) {
        java.util.Arrays.fill(timesNanos, nowNanos);
    }

    /** The areas begin at 0 again: the utilisation's window too. */
    void resetAreas() {
        java.util.Arrays.fill(busy, 0);
        java.util.Arrays.fill(cores, 0);
    }

    /** Arrivals a second. */
    public double rate(long nowNanos, long arrivedNow) {
        return nowNanos == timesNanos[oldest]
                ? 0
                : (arrivedNow - arrived[oldest]) * 1e9 / (nowNanos - timesNanos[oldest]);
    }

    public double utilization(double busyArea, double coresArea) {
        double capacity = coresArea - cores[oldest];
        return capacity <= 0 ? 0 : (busyArea - busy[oldest]) / capacity;
    }
}
