package roundhouse.caching.eviction.lists;

/** How often keys were used lately, exactly or about: what a policy that guards the door asks. */
public interface FrequencyCounter {
    void raise(long key);

    long frequency(long key);

    /** For so many entries from now on. */
    void entries(long count);
}
