package roundhouse.caching.eviction;

/**
 * Why a policy threw an entry out.
 *
 * @param saw what it saw in the entry, in words
 * @param rival the key that it preferred; -1 for none in particular
 */
public record EvictionReason(String saw, long rival) {
    /** No key. */
    public static final long NONE = -1;

    static EvictionReason of(String saw) {
        return new EvictionReason(saw, NONE);
    }
}
