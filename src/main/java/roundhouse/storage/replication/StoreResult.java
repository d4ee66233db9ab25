package roundhouse.storage.replication;

/** How a store answers a request. */
public enum StoreResult {
    OK,
    /** It was not done and will not be. */
    REFUSED,
    /** It may have been done, or still be. */
    UNKNOWN
}
