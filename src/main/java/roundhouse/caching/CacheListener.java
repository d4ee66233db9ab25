package roundhouse.caching;

/** Who is told what a cache throws out to stay within its bound. */
@FunctionalInterface
public interface CacheListener {
    /** Nobody. */
    CacheListener NONE = (_, _) -> {};

    /**
     * An entry leaves because there is no room for it: called before its slot is used again, so that everything it carries can still be
     * read. Expiry and invalidation are {@link Cache#remove} and not told here. The cache must not be changed from within.
     */
    void evicted(Cache cache, int slot);
}
