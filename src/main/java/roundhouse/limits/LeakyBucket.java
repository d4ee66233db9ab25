package roundhouse.limits;

/**
 * A bucket that leaks at a steady rate: each request pours one in, what would spill over the burst is refused, what stands above the
 * part that need not wait goes on when it has leaked away.
 *
 * <p>After nginx 1.22.1 ({@code ngx_http_limit_req_module.c}), to the digit: whole milliseconds and thousandths of a request, each
 * division rounded down. A refusal changes nothing, and a request that waits counts as let through already. With a burst of 0 it spaces
 * requests: at 10 a second, two that come 99 ms apart are one too many.
 */
public final class LeakyBucket implements RateLimiter {
    private static final long MILLI = 1_000_000;
    private static final long ONE = 1_000;
    /** A clock set back by more counts as 1 ms passed. */
    private static final long CLOCK_JUMP_MILLIS = 60_000;

    private final long rate;
    private final long burst;
    private final long undelayed;
    private long excess;
    private long lastMillis;
    private boolean used;

    /**
     * @param rate requests; below a thousandth of one a second nothing would leak, which is refused
     * @param burst requests above the rate that are let through, 0 or more
     * @param undelayed requests of the burst that need not wait: 0 for none, {@code burst} or more for all
     */
    public LeakyBucket(Quota rate, long burst, long undelayed) {
        this.rate = rate.permits() * ONE * 1_000_000_000L / rate.periodNanos();
        if (this.rate == 0) {
            throw new IllegalArgumentException("a leaky bucket leaks at least one request in 1000 s");
        }
        this.burst = burst * ONE;
        this.undelayed = undelayed >= burst ? Long.MAX_VALUE : undelayed * ONE;
    }

    @Override
    public long ask(int permits, long nowNanos) {
        long next = excessAfter(permits, nowNanos);
        if (next > burst) {
            return REFUSED;
        }
        take(next, nowNanos);
        return pauseNanos(next);
    }

    /** What would stand in it with such a request, in thousandths of one; changes nothing. */
    public long excessAfter(int permits, long nowNanos) {
        if (!used) {
            return (permits - 1) * ONE;
        }
        return Math.max(0, excess - rate * passedMillis(nowNanos) / ONE + permits * ONE);
    }

    /** Whether it would refuse such a request; changes nothing. */
    public boolean refuses(int permits, long nowNanos) {
        return spills(excessAfter(permits, nowNanos));
    }

    boolean spills(long thousandths) {
        return thousandths > burst;
    }

    /** Lets the request in that {@link #excessAfter} was asked about. */
    void take(long thousandths, long nowNanos) {
        long now = nowNanos / MILLI;
        if (!used || passedMillis(nowNanos) > 0) {
            lastMillis = now;
        }
        used = true;
        excess = thousandths;
    }

    long pauseNanos(long thousandths) {
        return thousandths <= undelayed ? 0 : (thousandths - undelayed) * ONE / rate * MILLI;
    }

    private long passedMillis(long nowNanos) {
        long passed = nowNanos / MILLI - lastMillis;
        return passed < -CLOCK_JUMP_MILLIS ? 1 : Math.max(0, passed);
    }
}
