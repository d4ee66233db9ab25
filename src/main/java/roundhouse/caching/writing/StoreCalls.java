package roundhouse.caching.writing;

/** Takes the calls to the store that a queue makes, in order. The arrays are the queue's own and good only during the call. */
public interface StoreCalls {
    /** One value is written by itself. */
    void write(long key, long value);

    /** The first {@code count} pairs are written by one call. */
    void writeAll(long[] keys, long[] values, int count);

    /** One key is removed by itself. */
    void remove(long key);

    /** The first {@code count} keys are removed by one call. */
    void removeAll(long[] keys, int count);
}
