package roundhouse.limits;

import java.util.List;

/**
 * Several leaky buckets that must all let a request in, as several {@code limit_req} of nginx do: asked in their order, the first that
 * refuses stops and none is changed; the longest wait counts.
 */
public final class LeakyBuckets implements RateLimiter {
    private final LeakyBucket[] buckets;
    private final long[] excess;

    public LeakyBuckets(List<LeakyBucket> buckets) {
        this.buckets = buckets.toArray(LeakyBucket[]::new);
        excess = new long[this.buckets.length];
    }

    @Override
    public long ask(int permits, long nowNanos) {
        for (int i = 0; i < buckets.length; i++) {
            excess[i] = buckets[i].excessAfter(permits, nowNanos);
            if (buckets[i].spills(excess[i])) {
                return REFUSED;
            }
        }
        long longest = 0;
        for (int i = 0; i < buckets.length; i++) {
            buckets[i].take(excess[i], nowNanos);
            longest = Math.max(longest, buckets[i].pauseNanos(excess[i]));
        }
        return longest;
    }
}
