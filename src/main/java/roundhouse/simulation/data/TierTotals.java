package roundhouse.simulation.data;

import roundhouse.metrics.Latencies;

/** What ended at one node: reads that it gave the value for, writes that it took. Counts run from the start, latencies from the warm-up. */
public final class TierTotals {
    /** Significant digits of latencies. */
    public static final int DIGITS = 2;

    public final String id;
    /** Whether data is kept there for good, and whether requests are served there. */
    final boolean stores;

    final boolean serves;
    public long reads;
    public long writes;
    /** Round trips of clients. */
    public final Latencies readLatency = new Latencies(DIGITS);

    public final Latencies writeLatency = new Latencies(DIGITS);

    TierTotals(DataPlace place) {
        id = place.id();
        stores = place.stores();
        serves = place.serves();
    }

    /** Round trips of writes, or of reads. */
    public Latencies latency(boolean write) {
        return write ? writeLatency : readLatency;
    }

    void cut() {
        readLatency.cut();
        writeLatency.cut();
    }

    void measure() {
        readLatency.reset();
        writeLatency.reset();
    }
}
