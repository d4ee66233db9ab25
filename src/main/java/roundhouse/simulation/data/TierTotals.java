package roundhouse.simulation.data;

import roundhouse.metrics.Latencies;

/** What ended at one node: reads that it gave the value for, writes that it took. Counts run from the start, latencies from the warm-up. */
public final class TierTotals {
    public final String id;
    public long reads;
    public long writes;
    /** Round trips of clients. */
    public final Latencies readLatency = new Latencies(2);

    public final Latencies writeLatency = new Latencies(2);

    TierTotals(String id) {
        this.id = id;
    }

    void measure() {
        readLatency.reset();
        writeLatency.reset();
    }
}
