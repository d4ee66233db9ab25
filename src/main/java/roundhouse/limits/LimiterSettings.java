package roundhouse.limits;

/**
 * What a limiter is made with; each type uses what it knows.
 *
 * @param rate the rate, or the limit of a window
 * @param burst requests that may come at once, {@link #USUAL} for what is usual for the type
 * @param undelayed requests of a leaky bucket's burst that need not wait
 * @param intervally whether a token bucket gets its tokens at the end of each period
 * @param timeoutNanos who would have to wait longer is refused, {@link #USUAL} for what is usual
 * @param warmUpNanos how long a cold limiter takes to be warm
 * @param acceptedOnly whether HAProxy's rate counts only what was let through
 */
public record LimiterSettings(
        Quota rate,
        long burst,
        long undelayed,
        boolean intervally,
        long timeoutNanos,
        long warmUpNanos,
        boolean acceptedOnly) {
    public static final long USUAL = -1;

    /** All as is usual. */
    public static LimiterSettings of(Quota rate) {
        return new LimiterSettings(rate, USUAL, 0, false, USUAL, 10_000_000_000L, false);
    }

    long burst(long usual) {
        return burst == USUAL ? usual : burst;
    }

    long timeoutNanos(long usual) {
        return timeoutNanos == USUAL ? usual : timeoutNanos;
    }
}
