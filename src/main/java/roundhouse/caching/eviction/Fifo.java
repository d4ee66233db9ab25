package roundhouse.caching.eviction;

/** First in, first out: the entry that came first leaves, used or not. O(1). The measure of what looking at uses is worth. */
final class Fifo extends ListEviction {
    Fifo(Residents residents) {
        super(residents, "queue");
    }

    @Override
    public void hit(int slot) {}

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
        return EvictionReason.of("of all entries it came first");
    }
}
