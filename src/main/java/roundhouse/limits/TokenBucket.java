package roundhouse.limits;

import java.util.List;

/**
 * A bucket that tokens drip into up to its capacity, and out of which each request takes its own: bursts up to the capacity, the rate in
 * the long run. Several limits must all have enough; then all pay.
 *
 * <p>After Bucket4j 8.14.0: whole tokens and nanoseconds, the remainder of a division is kept for the next refill and dropped when the
 * bucket is full. Refilled intervally it is also Envoy's local rate limit ({@code local_ratelimit_impl.cc} with a timer). The time of a
 * decision grows with the number of limits.
 */
public final class TokenBucket implements RateLimiter {
    private final Bandwidth[] limits;
    private final long[] tokens;
    private final long[] remainder;
    private final long[] refilledNanos;

    public TokenBucket(List<Bandwidth> limits, long nowNanos) {
        this.limits = limits.toArray(Bandwidth[]::new);
        int count = this.limits.length;
        tokens = new long[count];
        remainder = new long[count];
        refilledNanos = new long[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = this.limits[i].initial();
            refilledNanos[i] = nowNanos;
        }
    }

    @Override
    public long ask(int permits, long nowNanos) {
        if (available(nowNanos) < permits) {
            return REFUSED;
        }
        for (int i = 0; i < limits.length; i++) {
            tokens[i] -= permits;
        }
        return 0;
    }

    /** Tokens that a request could have now: of the limit with the fewest. */
    public long available(long nowNanos) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < limits.length; i++) {
            refill(i, nowNanos);
            fewest = Math.min(fewest, tokens[i]);
        }
        return fewest;
    }

    /** Nanoseconds until so many can be had if nobody else asks, 0 for at once. */
    public long waitNanos(int permits, long nowNanos) {
        long longest = 0;
        for (int i = 0; i < limits.length; i++) {
            refill(i, nowNanos);
            long missing = permits - tokens[i];
            if (missing > 0) {
                longest = Math.max(longest, waitNanos(i, missing, nowNanos));
            }
        }
        return longest;
    }

    private long waitNanos(int limit, long missing, long nowNanos) {
        Quota quota = limits[limit].refill();
        return limits[limit].intervally()
                ? Math.ceilDiv(missing, quota.permits()) * quota.periodNanos() - (nowNanos - refilledNanos[limit])
                : (quota.periodNanos() * missing - remainder[limit]) / quota.permits();
    }

    private void refill(int limit, long nowNanos) {
        Quota quota = limits[limit].refill();
        long period = quota.periodNanos();
        long passed = nowNanos - refilledNanos[limit];
        if (limits[limit].intervally()) {
            passed -= passed % period;
        }
        if (passed <= 0) {
            return;
        }
        refilledNanos[limit] += passed;
        long room = limits[limit].capacity() - tokens[limit];
        long periods = passed / period;
        // Of more periods than there is room for the number does not matter, and the product would not fit.
        if (periods <= room) {
            long dripped = quota.permits() * (passed % period) + remainder[limit];
            long added = periods * quota.permits() + dripped / period;
            if (added < room) {
                tokens[limit] += added;
                remainder[limit] = dripped % period;
                return;
            }
        }
        tokens[limit] += room;
        remainder[limit] = 0;
    }
}
