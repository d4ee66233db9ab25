package roundhouse.limits;

/** Counts what it lets through in each period of the clock and begins anew with the next: cheap, but twice the limit fits around a border. */
public final class FixedWindow implements RateLimiter {
    private final Quota quota;
    private long window = Long.MIN_VALUE;
    private long count;

    public FixedWindow(Quota quota) {
        this.quota = quota;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        long current = Math.floorDiv(nowNanos, quota.periodNanos());
        if (current != window) {
            window = current;
            count = 0;
        }
        if (count + permits > quota.permits()) {
            return REFUSED;
        }
        count += permits;
        return 0;
    }
}
