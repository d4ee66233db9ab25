package roundhouse.limits;

/**
 * The generic cell rate algorithm of ATM (ITU-T I.371): one number a key, the time at which the next request is expected; who comes
 * earlier than the tolerance is refused. The same as a token bucket that drips without steps, with the burst as its capacity.
 */
public final class Gcra implements RateLimiter {
    private final long intervalNanos;
    private final long toleranceNanos;
    private long expectedNanos;

    /** @param burst requests that may come at once, at least 1 */
    public Gcra(Quota rate, long burst) {
        intervalNanos = rate.periodNanos() / rate.permits();
        toleranceNanos = Math.multiplyExact(intervalNanos, burst - 1);
        expectedNanos = Long.MIN_VALUE / 2;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        if (waitNanos(permits, nowNanos) > 0) {
            return REFUSED;
        }
        expectedNanos = Math.max(nowNanos, expectedNanos) + permits * intervalNanos;
        return 0;
    }

    /** Nanoseconds after which such a request would be let through, 0 for now. */
    public long waitNanos(int permits, long nowNanos) {
        long last = Math.max(nowNanos, expectedNanos) + (permits - 1) * intervalNanos;
        return Math.max(0, last - toleranceNanos - nowNanos);
    }
}
