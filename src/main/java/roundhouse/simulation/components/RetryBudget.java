package roundhouse.simulation.components;

import java.util.Arrays;
import roundhouse.topology.nodes.parts.Retries;

/**
 * A token bucket that keeps further attempts a small part of the traffic: each request puts a part of a token in, each retry or hedge
 * takes one out. What was put in or taken out in the last ten seconds counts, and a reserve of so many seconds' floor is always
 * there.
 *
 * <p>After Finagle's {@code RetryBudget} over its {@code LeakyTokenBucket} (a window of ten slices, ten seconds by default), which
 * Linkerd's {@code retryBudget} has as well.
 */
public final class RetryBudget {
    private static final int SLICES = 10;
    private static final long SLICE_NANOS = 1_000_000_000;
    /** So that ten tenths are one. */
    private static final double ROUNDING = 1e-9;

    private final double share;
    private final double reserve;
    private final long[] requests = new long[SLICES];
    private final long[] retries = new long[SLICES];
    /** Slices since the beginning of time. */
    private long current;

    private long requestsInAll;
    private long retriesInAll;

    public RetryBudget(Retries.Budget budget) {
        share = budget.share();
        reserve = budget.floor() * SLICES;
    }

    /** A request begins. */
    public void deposit(long nowNanos) {
        slide(nowNanos);
        requests[(int) (current % SLICES)]++;
        requestsInAll++;
    }

    /** Takes out one attempt, if there is one. */
    public boolean withdraw(long nowNanos) {
        slide(nowNanos);
        if (reserve + share * requestsInAll - retriesInAll < 1 - ROUNDING) {
            return false;
        }
        retries[(int) (current % SLICES)]++;
        retriesInAll++;
        return true;
    }

    private void slide(long nowNanos) {
        long slice = nowNanos / SLICE_NANOS;
        if (slice - current >= SLICES) {
            Arrays.fill(requests, 0);
            Arrays.fill(retries, 0);
            requestsInAll = 0;
            retriesInAll = 0;
            current = slice;
        }
        while (current < slice) {
            int oldest = (int) (++current % SLICES);
            requestsInAll -= requests[oldest];
            retriesInAll -= retries[oldest];
            requests[oldest] = 0;
            retries[oldest] = 0;
        }
    }
}
