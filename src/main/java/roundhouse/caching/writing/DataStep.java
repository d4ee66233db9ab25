package roundhouse.caching.writing;

/** What is done next for a read or a write, with cache, store or queue. */
public enum DataStep {
    /** The key is looked up in the cache. */
    CACHE_GET,
    /** The value at hand is put into the cache: the one to write, or the one that was read. */
    CACHE_SET,
    CACHE_DELETE,
    STORE_READ,
    STORE_WRITE,
    STORE_DELETE,
    /** The operation is put into the queue of what is not stored yet. */
    QUEUE,
    /** All is done; whoever asked has an answer. */
    DONE,
    /** The operation failed, and cache and store are as the steps before left them. */
    FAILED
}
