package roundhouse.caching.freshness;

/**
 * How long after its lifetime an answer may still be served.
 *
 * @param rule how time is counted
 * @param staleWhileRevalidateNanos while it is fetched anew; Varnish's grace
 * @param staleIfErrorNanos when the origin fails
 */
public record Windows(Freshness rule, long staleWhileRevalidateNanos, long staleIfErrorNanos) {
    /**
     * What an entry is good for now.
     *
     * @param freshUntilNanos by {@link Freshness#freshUntilNanos}, or by {@link #softPurged}
     */
    public Held judge(long freshUntilNanos, long nowNanos) {
        if (nowNanos < freshUntilNanos) {
            return Held.FRESH;
        }
        return nowNanos < rule.staleUntilNanos(freshUntilNanos, staleWhileRevalidateNanos) ? Held.STALE : Held.EXPIRED;
    }

    /** What a mark is good for that says only that the key's answers may not be kept (hit-for-miss). */
    public Held judgeMark(long holdsUntilNanos, long nowNanos) {
        return nowNanos < holdsUntilNanos ? Held.UNCACHEABLE : Held.ABSENT;
    }

    /** Until when an entry is fresh that is softly purged: not any more, but it may be served as what is stale. */
    public static long softPurged(long freshUntilNanos, long nowNanos) {
        return Math.min(freshUntilNanos, nowNanos);
    }

    /** Whether the entry may be served although it is too old, because the origin does not answer. */
    public boolean servesOnError(long freshUntilNanos, long nowNanos) {
        return nowNanos < rule.errorUntilNanos(freshUntilNanos, staleIfErrorNanos);
    }
}
