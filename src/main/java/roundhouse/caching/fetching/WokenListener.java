package roundhouse.caching.fetching;

/** Told of requests whose waiting is over. */
@FunctionalInterface
public interface WokenListener {
    /**
     * A request need not wait any more. It must not ask in this call, but after all have been told, in the order told.
     *
     * @param waiter the number that it gave
     * @param shares whether the answer of the fetch, or its failure, is its answer too; otherwise it asks again
     */
    void woken(long waiter, boolean shares);
}
