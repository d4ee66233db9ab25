package roundhouse.caching.fetching;

/** What a request does next. Those that {@link #fetches} have begun a fetch that must be ended. */
public enum FetchStep {
    /** It is served what is in the cache, which is fresh. */
    SERVE(false),
    /** It is served what is old; somebody else fetches. */
    SERVE_STALE(false),
    /** It is served what is old, and a fetch begins behind it. */
    SERVE_STALE_AND_FETCH(true),
    /** It goes to the origin. */
    FETCH(true),
    /** It goes to the origin and its answer is not kept: it waited too long for another's. */
    FETCH_UNKEPT(true),
    /** It waits for another's fetch. */
    WAIT(false);

    private final boolean fetches;

    FetchStep(boolean fetches) {
        this.fetches = fetches;
    }

    public boolean fetches() {
        return fetches;
    }
}
