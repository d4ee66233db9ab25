package roundhouse.limits;

/**
 * So many permits in each cycle since it was made; who finds none may take some of a later cycle and wait for it, if that is not longer
 * than its time-out. After resilience4j 2.2.0 ({@code AtomicRateLimiter}): whole nanoseconds.
 */
public final class CycleLimiter implements RateLimiter {
    private final long limit;
    private final long periodNanos;
    private final long timeoutNanos;
    private final long madeNanos;
    private long cycle;
    private long permitsLeft;

    public CycleLimiter(Quota quota, long timeoutNanos, long nowNanos) {
        limit = quota.permits();
        periodNanos = quota.periodNanos();
        this.timeoutNanos = timeoutNanos;
        madeNanos = nowNanos;
        permitsLeft = limit;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        long since = nowNanos - madeNanos;
        long now = since / periodNanos;
        if (now != cycle) {
            permitsLeft = Math.min(permitsLeft + (now - cycle) * limit, limit);
            cycle = now;
        }
        long wait = 0;
        if (permitsLeft < permits) {
            long cycles = Math.max(0, Math.ceilDiv(permits - permitsLeft - limit, limit));
            wait = cycles * periodNanos + (now + 1) * periodNanos - since;
        }
        if (wait > timeoutNanos) {
            return REFUSED;
        }
        permitsLeft -= permits;
        return wait;
    }

    /** Permits of the cycle that are left after the last request; negative when later ones are taken. */
    public long permitsLeft() {
        return permitsLeft;
    }
}
