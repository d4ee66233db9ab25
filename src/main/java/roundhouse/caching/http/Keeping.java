package roundhouse.caching.http;

/**
 * What a cache does with an answer.
 *
 * @param kind whether it is kept
 * @param lifetimeNanos how long it is fresh; how long the mark holds if only that is kept
 * @param ageNanos the Age that it came with
 * @param staleWhileRevalidateNanos how long it may be served after that while it is fetched anew
 * @param staleIfErrorNanos how long it may be served after its lifetime when the origin fails
 */
public record Keeping(
        Kind kind, long lifetimeNanos, long ageNanos, long staleWhileRevalidateNanos, long staleIfErrorNanos) {
    /** Whether an answer is kept. */
    public enum Kind {
        KEPT,
        /** Only that the key's answers cannot be kept is. */
        MARKED,
        /** Nothing is. */
        DROPPED
    }

    static final Keeping DROPPED = new Keeping(Kind.DROPPED, 0, 0, 0, 0);
}
