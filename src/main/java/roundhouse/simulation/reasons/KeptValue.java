package roundhouse.simulation.reasons;

import org.jspecify.annotations.Nullable;

/**
 * A value as a cache has it.
 *
 * @param version its number among the writes of the run; 0 was there from the beginning
 * @param storedNanos when it came, simulated nanoseconds
 * @param lifeNanos how long it is fresh; {@link #EVER} for ever
 * @param freshUntilNanos when that is over, by the cache's way to count; {@link #EVER} for never
 * @param rule by which its cache counts
 * @param newer null when it is the newest
 */
public record KeptValue(
        long version,
        long storedNanos,
        long lifeNanos,
        long freshUntilNanos,
        Rule rule,
        @Nullable Newer newer) {
    /**
     * How a cache counts.
     *
     * @param counted from when and by whose clock, in words that follow the time to live; empty for from the fetch to the nanosecond
     * @param whileFetchedNanos for so long more it is given while it is fetched anew
     * @param onErrorNanos for so long more it is given where fetching it fails
     */
    public record Rule(String counted, long whileFetchedNanos, long onErrorNanos) {
        /** None to speak of. */
        public static final Rule PLAIN = new Rule("", 0, 0);
    }

    /** No end. */
    public static final long EVER = Long.MAX_VALUE;
    /** The version of an answer that there is nothing. */
    public static final long NOTHING = -1;

    /** Who wrote the newer one; 0 for nobody known. */
    long newerRequest() {
        return newer == null ? 0 : newer.request();
    }

    /** The same, with more known of the newer one. */
    public KeptValue with(@Nullable Newer itsNewer) {
        return new KeptValue(version, storedNanos, lifeNanos, freshUntilNanos, rule, itsNewer);
    }
}
