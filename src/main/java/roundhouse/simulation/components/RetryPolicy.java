package roundhouse.simulation.components;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.topology.nodes.parts.Retries;

/** Whether who sent an attempt in vain retries, and when. */
public final class RetryPolicy {
    /** No retry. */
    public static final long NEVER = -1;

    private final Retries retries;
    private final RandomStream jitter;
    private final @Nullable RetryBudget budget;

    public RetryPolicy(Retries retries, RandomStream jitter) {
        this.retries = retries;
        this.jitter = jitter;
        budget = retries.budget() == null ? null : new RetryBudget(retries.budget());
    }

    /** A request begins. */
    public void began(long nowNanos) {
        if (budget != null) {
            budget.deposit(nowNanos);
        }
    }

    /** Whether the retry budget allows a hedge, which is taken from it. */
    public boolean mayHedge(long nowNanos) {
        return budget == null || budget.withdraw(nowNanos);
    }

    /**
     * A request has no attempt on its way any more.
     *
     * @param n which retry would be next, from 1
     * @param outcome how the last one ended
     * @param leftNanos until the request's time as a whole is over, nanoseconds
     * @return how long to wait before it, nanoseconds, or {@link #NEVER}
     */
    public long waitNanosBefore(int n, Outcome outcome, long leftNanos, long nowNanos) {
        if (outcome == Outcome.OK || n >= retries.attempts() || !retries.on().contains(outcome)) {
            return NEVER;
        }
        long waitNanos = backoffNanos(n);
        return waitNanos < leftNanos && (budget == null || budget.withdraw(nowNanos)) ? waitNanos : NEVER;
    }

    /** Before retry {@code n}, from 1: backoff · 2^(n−1) up to the longest, of which the jitter's part is drawn by chance. */
    private long backoffNanos(int n) {
        long longestNanos = DurationSampler.nanos(retries.maxBackoff());
        double wait = Math.min(
                (double) longestNanos, (double) DurationSampler.nanos(retries.backoff()) * (1L << Math.min(n - 1, 62)));
        return (long) (wait * (1 - retries.jitter() * jitter.nextDouble()));
    }
}
