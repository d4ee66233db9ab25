package roundhouse.limits;

/**
 * A limiter that lets a request go on at once and has the next one wait for it: permits that nobody took are stored, and what a request
 * takes beyond them is paid for by whoever comes after.
 *
 * <p>After Guava 33.3.1 ({@code SmoothRateLimiter}): microseconds, the same double arithmetic in the same order.
 */
public abstract sealed class GuavaLimiter implements RateLimiter permits GuavaBursty, GuavaWarmingUp {
    private static final long MICRO = 1_000;
    private static final double SECOND_MICROS = 1_000_000;
    private static final long NEVER_MICROS = Long.MAX_VALUE / MICRO;

    private final long timeoutMicros;
    private double stored;
    private double most;
    private double intervalMicros;
    private long freeMicros;

    /** @param timeoutNanos who would have to wait longer is refused; {@code Long.MAX_VALUE} for nobody */
    GuavaLimiter(long timeoutNanos) {
        timeoutMicros = timeoutNanos / MICRO;
    }

    /** Changes the rate; what is stored keeps its share of the most that can be. */
    public final void rate(double perSecond, long nowNanos) {
        resync(nowNanos / MICRO);
        intervalMicros = SECOND_MICROS / perSecond;
        double before = most;
        most = mostStored(perSecond, intervalMicros);
        stored = before == 0 ? storedAtFirst(most) : stored * most / before;
    }

    @Override
    public final long ask(int permits, long nowNanos) {
        return ask(permits, timeoutMicros * MICRO, nowNanos);
    }

    /** As {@link #ask(int, long)} with a time-out of its own. */
    public final long ask(int permits, long timeoutNanos, long nowNanos) {
        long now = nowNanos / MICRO;
        if (freeMicros - timeoutNanos / MICRO > now) {
            return REFUSED;
        }
        resync(now);
        long wait = Math.max(0, freeMicros - now);
        double taken = Math.min(permits, stored);
        double fresh = permits - taken;
        long cost = costMicros(stored, taken) + (long) (fresh * intervalMicros);
        freeMicros = freeMicros > NEVER_MICROS - cost ? NEVER_MICROS : freeMicros + cost;
        stored -= taken;
        return wait * MICRO;
    }

    private void resync(long nowMicros) {
        if (nowMicros > freeMicros) {
            // Before the first rate there is nothing to store.
            double fresh = most == 0 ? 0 : (nowMicros - freeMicros) / coolDownMicros(most, intervalMicros);
            stored = Math.min(most, stored + fresh);
            freeMicros = nowMicros;
        }
    }

    abstract double mostStored(double perSecond, double interval);

    abstract double storedAtFirst(double mostStored);

    /** What stored permits cost. */
    abstract long costMicros(double there, double taken);

    /** How long it takes to store one more. */
    abstract double coolDownMicros(double mostStored, double interval);
}
