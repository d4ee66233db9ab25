package roundhouse.limits;

/**
 * The rates of HAProxy's stick tables: two counters, of this period and of the one before, of which what still reaches into the sliding
 * period counts. After HAProxy 2.6.12 ({@code freq_ctr.h}, {@code freq_ctr.c}): whole milliseconds, rounded down.
 *
 * <p>{@code http_req_rate} counts a request before a rule reads the rate, so what is refused keeps it high; {@code gpc0_rate} is counted
 * by a rule of its own, after the decision.
 */
public final class HaproxyRate implements RateLimiter {
    private static final long MILLI = 1_000_000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final long limit;
    private final long periodMillis;
    private final boolean acceptedOnly;
    private long current;
    private long past;
    private long tickMillis = LONG_AGO;

    /**
     * @param quota how many in a period are let through
     * @param acceptedOnly whether only what is let through counts
     */
    public HaproxyRate(Quota quota, boolean acceptedOnly) {
        limit = quota.permits();
        periodMillis = quota.periodNanos() / MILLI;
        this.acceptedOnly = acceptedOnly;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        long now = nowNanos / MILLI;
        if (!acceptedOnly) {
            add(permits, now);
            return value(now) > limit ? REFUSED : 0;
        }
        if (value(now) + permits > limit) {
            return REFUSED;
        }
        add(permits, now);
        return 0;
    }

    /** The rate as a rule reads it: events in the period that ends now. */
    public long rate(long nowNanos) {
        return value(nowNanos / MILLI);
    }

    /** Whether only what was let through counts. */
    public boolean countsAccepted() {
        return acceptedOnly;
    }

    private void add(int permits, long now) {
        if (now - tickMillis < periodMillis) {
            current += permits;
            return;
        }
        past = current;
        current = permits;
        tickMillis += periodMillis;
        if (now - tickMillis >= periodMillis) {
            past = 0;
            tickMillis = now;
        }
        // The lowest bit is HAProxy's lock.
        tickMillis &= ~1L;
    }

    private long value(long now) {
        long rest = tickMillis + periodMillis - now;
        long before = past;
        long since = current;
        if (rest < 0) {
            rest += periodMillis;
            before = rest >= 0 ? since : 0;
            since = 0;
        }
        return since == 0 && before <= 1 ? before : (before * rest + since * periodMillis) / periodMillis;
    }
}
