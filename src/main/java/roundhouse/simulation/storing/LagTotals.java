package roundhouse.simulation.storing;

import roundhouse.metrics.Latencies;

/** How far one member was behind: how many writes at most, and how long writes took to it. */
final class LagTotals {
    private final Latencies ofStore;
    private long mostBehind;
    private long longestNanos;

    /** @param ofStore the same of all members */
    LagTotals(Latencies ofStore) {
        this.ofStore = ofStore;
    }

    /** Something has come that another one had for so long. */
    void came(long afterNanos) {
        ofStore.record(afterNanos);
        longestNanos = Math.max(longestNanos, afterNanos);
    }

    /** It lacks so many now. */
    void behind(long count) {
        mostBehind = Math.max(mostBehind, count);
    }

    long mostBehind() {
        return mostBehind;
    }

    long longestNanos() {
        return longestNanos;
    }
}
