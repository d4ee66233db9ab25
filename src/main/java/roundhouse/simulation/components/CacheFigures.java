package roundhouse.simulation.components;

/** What became of lookups in the caches of one node, from the start of the run, and what they hold now. */
public final class CacheFigures {
    /** Lookups that gave a value, fresh or not, and those that gave none. */
    public long hits;

    public long misses;
    /** The same in bytes of values. */
    public long hitBytes;

    public long missBytes;
    /** Hits that gave a value of which there had been a newer one. */
    public long stale;
    /** Hits that gave a value whose time was over, because it was being fetched anew or could not be. */
    public long outdated;
    /** Misses for keys that had never been there. */
    public long cold;
    /** Entries found when their time was over. */
    public long expired;
    /** Entries that had to go for others. */
    public long evicted;
    /** Entries that were taken out: deleted, invalidated, purged. */
    public long invalidated;
    /** Misses that waited for the fetch of another. */
    public long coalesced;
    /** Fetches of what was there, begun behind an answer. */
    public long refreshes;
    /** Reads of clients that ended here. */
    public long served;
    /** Lookups that were answered with a failure that is kept. */
    public long negative;
    /** Values set too late, that a deletion had forbidden. */
    public long refusedSets;

    /** Entries, and bytes of their values, at this moment. */
    public long entries;

    public long bytes;
    /** Entries that the store does not have yet, at this moment. */
    public long dirty;

    /** Lookups so far. */
    public long lookups() {
        return hits + misses;
    }

    /** Hits among lookups, 0 to 1; not a number without any. */
    public double hitRatio() {
        return lookups() == 0 ? Double.NaN : (double) hits / lookups();
    }
}
