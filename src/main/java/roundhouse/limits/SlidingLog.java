package roundhouse.limits;

/**
 * Remembers when it let each of the latest requests through: exact at every moment, for 8 bytes a request of the limit. What is a whole
 * window old no longer counts; what is refused is not remembered.
 */
public final class SlidingLog implements RateLimiter {
    private final long periodNanos;
    /** A ring of the latest times, the oldest at {@code oldest}. */
    private final long[] times;

    private int oldest;
    private int size;

    public SlidingLog(Quota quota) {
        periodNanos = quota.periodNanos();
        times = new long[Math.toIntExact(quota.permits())];
    }

    @Override
    public long ask(int permits, long nowNanos) {
        while (size > 0 && nowNanos - times[oldest] >= periodNanos) {
            oldest = (oldest + 1) % times.length;
            size--;
        }
        if (size + permits > times.length) {
            return REFUSED;
        }
        for (int i = 0; i < permits; i++) {
            times[(oldest + size) % times.length] = nowNanos;
            size++;
        }
        return 0;
    }
}
