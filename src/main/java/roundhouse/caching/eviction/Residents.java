package roundhouse.caching.eviction;

/** What a policy may know of the entries of its cache, and how it throws one out. Units are entries or bytes, as the cache is bounded. */
public interface Residents {
    long key(int slot);

    /** What the entry takes of the capacity. */
    long units(int slot);

    /** What all entries take, a newcomer included. */
    long usedUnits();

    /** What all entries may take. */
    long capacity();

    /** How many entries fill the capacity, as far as is known: the capacity itself, or by bytes the most there were so far. */
    long entriesWhenFull();

    int size();

    /** The time of the access that goes on, in ns. */
    long nowNanos();

    /** When the entry expires, in ns; {@code Long.MAX_VALUE} if never. */
    long expiresNanos(int slot);

    /** Throws an entry out, which the policy has already taken out of its own lists. */
    void evict(int slot);
}
