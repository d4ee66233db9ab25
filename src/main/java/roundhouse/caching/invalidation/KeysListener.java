package roundhouse.caching.invalidation;

/** Takes the keys of a message. */
@FunctionalInterface
public interface KeysListener {
    /** The first {@code count} of the array, which is good only during the call, in the order in which they came first. */
    void keys(long[] keys, int count);
}
