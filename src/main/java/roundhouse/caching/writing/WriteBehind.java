package roundhouse.caching.writing;

/**
 * What has been written to a cache and not to its store yet. One batch is under way at a time; until it has ended its operations count as
 * pending. Times are nanoseconds that never go back. Nothing is allocated once the queue has been as long as it will be.
 */
public interface WriteBehind {
    /** What is pending for a key. */
    enum Pending {
        NOTHING,
        WRITE,
        REMOVAL
    }

    /** A key got a value. */
    void write(long key, long value, long nowNanos);

    /** A key was removed. */
    void remove(long key, long nowNanos);

    /** When {@link #next} will have something; {@code Long.MAX_VALUE} if nothing waits, or only for the batch under way to end. */
    long nextNanos();

    /** Hands over the calls of the next batch if one is due and none under way; whether it did. It must be {@link #ended}. */
    boolean next(long nowNanos, StoreCalls calls);

    /** The batch under way has ended, well or not. */
    void ended(boolean stored, long nowNanos);

    /** Somebody wants everything stored soon. */
    void flush(long nowNanos);

    /** Hands over all that is left, as when the cache is closed, the batch under way too if it has not ended. Then it is empty. */
    void drain(StoreCalls calls);

    /** What a read that does not find the key in the cache must know before it asks the store. */
    Pending pending(long key);

    /** After {@link Pending#WRITE}: the value. */
    long pendingValue(long key);

    /** Whether that value of the key is to be written, be it the latest or not; as long as a walk past all operations. */
    boolean holds(long key, long value);

    /** Operations that are not known to be stored: what a crash loses. */
    int size();

    /** The age of the oldest of them, 0 if there is none. */
    long oldestNanos(long nowNanos);

    /** Forgets all, as in a crash; how many operations that lost. */
    int lose();
}
