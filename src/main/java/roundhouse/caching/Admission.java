package roundhouse.caching;

import roundhouse.caching.eviction.lists.KeyCounts;

/**
 * Lets a key into a cache only at its n-th request, so that what is asked for once takes no room: nginx's {@code proxy_cache_min_uses}.
 * The requests of a key that was let in are forgotten. Those of others are kept for as long as keys are remembered at all: all are halved
 * after so many requests, so that memory is bounded.
 */
public final class Admission {
    private final int after;
    private final long remembered;
    private final KeyCounts counts = new KeyCounts();
    private long asked;

    /**
     * @param after at which request of a key it is let in; 1 lets all in
     * @param remembered requests after which what was counted is halved
     */
    public Admission(int after, long remembered) {
        if (after < 1 || remembered < 1) {
            throw new IllegalArgumentException("admission after " + after + " requests of " + remembered);
        }
        this.after = after;
        this.remembered = remembered;
    }

    /** Counts a request of a key that is not in the cache; says whether it may go in. */
    public boolean admits(long key) {
        if (after == 1) {
            return true;
        }
        asked++;
        if (asked >= remembered) {
            counts.halve();
            asked = 0;
        }
        if (counts.raise(key) < after) {
            return false;
        }
        counts.forget(key);
        return true;
    }
}
