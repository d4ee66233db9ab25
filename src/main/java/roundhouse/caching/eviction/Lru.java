package roundhouse.caching.eviction;

/**
 * Least recently used: the entry that was not used for the longest time leaves. O(1). Assumes that what was used lately is used again
 * soon; a loop or a scan longer than the cache empties it. Mattson, Gecsei, Slutz, Traiger: Evaluation techniques for storage
 * hierarchies, IBM Systems Journal 9 (1970).
 */
final class Lru extends ListEviction {
    Lru(Residents residents) {
        super(residents, "recency");
    }

    @Override
    public void hit(int slot) {
        lists.renew(slot);
    }

    @Override
    public void inserted(int slot) {
        shrink();
        append(0, slot);
    }

    @Override
    public void shrink() {
        while (over()) {
            evict(lists.oldest(0));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("of all entries it was not used for the longest time");
    }
}
