package roundhouse.caching.eviction.lists;

/** Is told what a policy's lists hold, in the policy's order. */
public interface ListVisitor {
    /** What follows belongs to this list. */
    void list(String name);

    /** The next key, from the newest, or most worthy, to the one that would leave first. */
    void key(long key);

    /** The hand points to the key that was told last: there the search for a victim begins. */
    void hand();
}
