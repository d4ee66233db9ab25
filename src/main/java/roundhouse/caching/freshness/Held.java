package roundhouse.caching.freshness;

/** What an entry that a request found is good for. */
public enum Held {
    /** There is none. */
    ABSENT,
    /** It is served as it is. */
    FRESH,
    /** It may be served while a fetch makes it new. */
    STALE,
    /** It may be served only where something else allows it, as an error of the origin. */
    EXPIRED,
    /** The key's answers may not be kept, which is all that is known: each request goes to the origin, beside the others. */
    UNCACHEABLE
}
