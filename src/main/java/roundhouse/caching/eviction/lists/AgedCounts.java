package roundhouse.caching.eviction.lists;

/** Exact counts, all halved after ten uses for each entry of the cache, so that what was hot once is forgotten. */
public final class AgedCounts implements FrequencyCounter {
    private static final int USES_PER_ENTRY = 10;

    private final KeyCounts counts = new KeyCounts();
    private long uses;
    private long period = USES_PER_ENTRY;

    @Override
    public void raise(long key) {
        counts.raise(key);
        uses++;
        if (uses >= period) {
            counts.halve();
            uses /= 2;
        }
    }

    @Override
    public long frequency(long key) {
        return counts.count(key);
    }

    @Override
    public void entries(long count) {
        period = USES_PER_ENTRY * Math.max(1, count);
    }
}
