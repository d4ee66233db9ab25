package roundhouse.simulation.data;

import roundhouse.metrics.Latencies;

/** Figures of the data of a run. Counts run from the start; ages from the end of the warm-up. */
public final class DataTotals {
    /** Reads of clients that ended well with a value of known version, and writes that were acknowledged. */
    public long reads;

    public long writes;
    /** Those of the reads that gave a value when there had been a newer one. */
    public long staleReads;
    /** For how long there had been a newer one. */
    public final Latencies staleAges = new Latencies(2);

    /** What databases read and wrote, caches of their own left out. */
    public long databaseReads;

    public long databaseWrites;

    /** Messages to caches that something was written: sent, arrived after their value was given once more, and lost. */
    public long invalidationsSent;

    public long invalidationsLate;
    public long invalidationsLost;

    private boolean on;

    /** Whether anything in the system keeps data; else versions are not asked for. */
    public boolean isOn() {
        return on;
    }

    /** Something in the system keeps data from now on. */
    public void turnOn() {
        on = true;
    }

    /** A read ended well; {@code staleNanos} is {@link KeyVersions#FRESH} or for how long there had been a newer value. */
    public void read(long staleNanos) {
        reads++;
        if (staleNanos != KeyVersions.FRESH) {
            staleReads++;
            staleAges.record(staleNanos);
        }
    }
}
