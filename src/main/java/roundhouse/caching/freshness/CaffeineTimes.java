package roundhouse.caching.freshness;

/**
 * When an entry of Caffeine expires or is due for a refresh, and which of its times a read or a write moves. Each duration is in
 * nanoseconds, {@link Freshness#NEVER} where that kind of expiry is off. Expiry is at the duration, a refresh only after it; expired
 * beats due. Pure functions of an entry's two times.
 *
 * <p>Source: ben-manes/caffeine 3.3.1, caffeine/src/main/java/com/github/benmanes/caffeine/cache/BoundedLocalCache.java.
 *
 * @param writeNanos expireAfterWrite
 * @param accessNanos expireAfterAccess
 * @param refreshNanos refreshAfterWrite
 */
public record CaffeineTimes(long writeNanos, long accessNanos, long refreshNanos) {
    private static final long TOLERANCE_NANOS = 1_000_000_000;

    /** The write time as it is kept: its lowest bit says whether a refresh is running. */
    public static long stored(long nowNanos) {
        return nowNanos & ~1L;
    }

    /** Whether a time is moved at all: always for durations up to a second, otherwise when it is more than a second old. */
    static boolean moves(long durationNanos, long rememberedNanos, long nowNanos) {
        return durationNanos <= TOLERANCE_NANOS || Math.abs(nowNanos - rememberedNanos) > TOLERANCE_NANOS;
    }

    /** Whether reads find nothing any more. */
    public boolean expired(long writtenNanos, long accessedNanos, long nowNanos) {
        return nowNanos - writtenNanos >= writeNanos || nowNanos - accessedNanos >= accessNanos;
    }

    /** Whether a read of what has not expired starts a reload. */
    public boolean refreshDue(long writtenNanos, long nowNanos) {
        return nowNanos - writtenNanos > refreshNanos;
    }

    /** The write time after a write over an entry that has not expired. Over one that has, or a new one, it is {@link #stored}. */
    public long rewritten(long writtenNanos, long nowNanos) {
        boolean moved = moved(writeNanos, writtenNanos, nowNanos) || moved(refreshNanos, writtenNanos, nowNanos);
        return moved ? stored(nowNanos) : writtenNanos;
    }

    /** The access time after a read, or a write over an entry that is still there, expired or not. A new entry's is the moment. */
    public long accessed(long accessedNanos, long nowNanos) {
        return moved(accessNanos, accessedNanos, nowNanos) ? nowNanos : accessedNanos;
    }

    private static boolean moved(long durationNanos, long rememberedNanos, long nowNanos) {
        return durationNanos != Freshness.NEVER && moves(durationNanos, rememberedNanos, nowNanos);
    }
}
