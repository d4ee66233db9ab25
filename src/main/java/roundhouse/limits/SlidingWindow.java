package roundhouse.limits;

/**
 * Estimates what a window that slides would hold from two that do not: the share of the last one that it still covers, and this one.
 * Exact if requests come evenly. After Cloudflare's (blog "Counting things, a lot of different things", 2017), in whole nanoseconds; what
 * is refused is not counted.
 */
public final class SlidingWindow implements RateLimiter {
    private final Quota quota;
    private long window = Long.MIN_VALUE;
    private long previous;
    private long count;

    public SlidingWindow(Quota quota) {
        this.quota = quota;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        slide(nowNanos);
        long period = quota.periodNanos();
        // previous * rest / period + count + permits - 1 < limit, without a division
        long free = quota.permits() - count - permits + 1;
        if (!less(previous, period - Math.floorMod(nowNanos, period), free, period)) {
            return REFUSED;
        }
        count += permits;
        return 0;
    }

    /** Requests that the window is taken to hold. */
    public double estimate(long nowNanos) {
        slide(nowNanos);
        long period = quota.periodNanos();
        return (double) previous * (period - Math.floorMod(nowNanos, period)) / period + count;
    }

    private void slide(long nowNanos) {
        long current = Math.floorDiv(nowNanos, quota.periodNanos());
        if (current != window) {
            previous = current - 1 == window ? count : 0;
            count = 0;
            window = current;
        }
    }

    /** Whether a * b is less than c * d; none of a, b, d negative. The products need up to 67 bits. */
    private static boolean less(long a, long b, long c, long d) {
        long high = Math.multiplyHigh(a, b);
        long otherHigh = Math.multiplyHigh(c, d);
        return high == otherHigh ? Long.compareUnsigned(a * b, c * d) < 0 : high < otherHigh;
    }
}
