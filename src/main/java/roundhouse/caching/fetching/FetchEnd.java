package roundhouse.caching.fetching;

/** How a fetch ended, as far as those who wait for it are concerned. */
public enum FetchEnd {
    /** Its answer is in the cache now. */
    KEPT,
    /** Its answer was good, but is for this client only. */
    UNCACHEABLE,
    /** There was no answer, or an error that is not kept. */
    FAILED
}
