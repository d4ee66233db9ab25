package roundhouse.limits;

/**
 * So many permits in so much time.
 *
 * @param permits 1 to {@value #MOST_PERMITS}
 * @param periodNanos 1 ms to {@value #LONGEST_NANOS} ns, a day
 */
public record Quota(long permits, long periodNanos) {
    public static final long MOST_PERMITS = 1_000_000;
    public static final long LONGEST_NANOS = 86_400_000_000_000L;
    private static final long SHORTEST_NANOS = 1_000_000;

    public Quota {
        if (permits < 1 || permits > MOST_PERMITS) {
            throw new IllegalArgumentException(permits + " permits; allowed are 1 to " + MOST_PERMITS);
        }
        if (periodNanos < SHORTEST_NANOS || periodNanos > LONGEST_NANOS) {
            throw new IllegalArgumentException("a period of " + periodNanos + " ns; allowed are 1 ms to 24 h");
        }
    }

    /** Permits a second, with the fraction. */
    public double perSecond() {
        return permits * 1e9 / periodNanos;
    }
}
