package roundhouse.simulation.engine;

/** What a node that keeps data is asked to do. */
public enum DataAction {
    /** Nothing in particular: it is a request like any other. */
    NONE,
    /** Look whether it is in the cache. */
    GET,
    /** Give it, from the cache or from the store behind. */
    FETCH,
    /** Put it into the cache. */
    SET,
    /** Take it out of the cache. */
    DELETE,
    /** Read it in the store. */
    READ,
    /** Write it to the store. */
    WRITE,
    /** Write it to the store behind the cache, and take it out of the cache. */
    WRITE_PAST,
    /** Write it to the store behind the cache, and then into the cache. */
    WRITE_THROUGH,
    /** Write it into the cache, and to the store later. */
    WRITE_BACK;

    /** Whether it comes to the store in the end, by way of a cache or not. */
    public boolean isForStore() {
        return this == READ || this == FETCH || this == WRITE || this == WRITE_PAST || this == WRITE_THROUGH;
    }

    /** Whether it is to bring a value. */
    public boolean reads() {
        return this == GET || this == FETCH || this == READ;
    }
}
