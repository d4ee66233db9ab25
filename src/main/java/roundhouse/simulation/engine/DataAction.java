package roundhouse.simulation.engine;

/** What a node that keeps data is asked to do. */
public enum DataAction {
    /** Nothing in particular: it is a request like any other. */
    NONE(false, false),
    /** Look whether it is in the cache. */
    GET(false, true),
    /** Give it, from the cache or from the store behind. */
    FETCH(true, true),
    /** Put it into the cache. */
    SET(false, false),
    /** Take it out of the cache. */
    DELETE(false, false),
    /** Read it in the store. */
    READ(true, true),
    /** Write it to the store. */
    WRITE(true, false),
    /** Write it to the store behind the cache, and take it out of the cache. */
    WRITE_PAST(true, false),
    /** Write it to the store behind the cache, and then into the cache. */
    WRITE_THROUGH(true, false),
    /** Write it into the cache, and to the store later. */
    WRITE_BACK(false, false);

    private final boolean forStore;
    private final boolean reads;

    DataAction(boolean forStore, boolean reads) {
        this.forStore = forStore;
        this.reads = reads;
    }

    /** Whether it comes to the store in the end, by way of a cache or not. */
    public boolean isForStore() {
        return forStore;
    }

    /** Whether it is to bring a value. */
    public boolean reads() {
        return reads;
    }
}
