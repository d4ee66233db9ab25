package roundhouse.simulation;

import roundhouse.metrics.Buckets;
import roundhouse.metrics.Latencies;
import roundhouse.routing.Outcome;

/** Figures of all clients of a run together. */
final class Totals {
    /** Requests that clients began. */
    long requests;
    /** Tries of them. */
    long attempts;
    /** Replies that came after their client had given up. */
    long lateReplies;

    final OutcomeCounts outcomes = new OutcomeCounts();
    final Latencies latency = new Latencies(3);
    /** Round trips of the current span of the history, coarsely. */
    final int[] span = new int[Buckets.COUNT];

    /** A request ended. */
    void ended(Outcome outcome, long nanos) {
        outcomes.add(outcome);
        if (outcome == Outcome.OK) {
            latency.record(nanos);
            span[Buckets.of(nanos)]++;
        }
    }

    /** Requests without an outcome yet. */
    long unfinished() {
        return requests - outcomes.total();
    }
}
