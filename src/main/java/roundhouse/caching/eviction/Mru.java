package roundhouse.caching.eviction;

/**
 * Most recently used: the entry that was used last leaves, but never the newcomer. O(1). The best there is for a loop that is longer than
 * the cache, and bad for all else. Chou, DeWitt: An evaluation of buffer management strategies for relational database systems, VLDB
 * 1985.
 */
final class Mru extends ListEviction {
    Mru(Residents residents) {
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
            evict(lists.newest(0));
        }
    }

    @Override
    public EvictionReason why(int slot) {
        return EvictionReason.of("of all entries it was used last");
    }
}
