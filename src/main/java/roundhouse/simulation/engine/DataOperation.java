package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.DataPlace;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.data.StoreHistory;

/** What an attempt is to do with data, and what it brings back of it. Belongs to its {@link Attempt} and is used again. */
public final class DataOperation {
    /** It has no token, and wants none. */
    public static final long NO_LEASE = -1;
    /** A lookup that is to bring back a token if it misses; 0 is the answer that somebody else has one. */
    public static final long WANTS_LEASE = -2;

    public DataAction action = DataAction.NONE;
    /** The dataset whose key it is about, for those that keep several. */
    public int dataset;
    /** The stamp of the value that it brings, there or back; {@link KeyVersions#NOTHING} for none. */
    public long stamp = KeyVersions.NOTHING;
    /** For how long there had been a newer value when this one was given, or {@link KeyVersions#FRESH}. */
    public long staleNanos = KeyVersions.FRESH;
    /** A lookup found it. */
    public boolean found;
    /** A lookup of one who looked before and waited: it is no further one. */
    public boolean again;
    /** The token that a miss was given or that a value is set with. */
    public long lease = NO_LEASE;
    /** The version in the key that is asked for; {@link KeyVersions#NOTHING} for none. */
    public long keyVersion = KeyVersions.NOTHING;
    /** The key as the cache has it where the attempt is, or that began it. */
    public long cacheKey;
    /** Which of several caches of a node. */
    public long cacheNumber;
    /** When it first asked the cache that it waits at. */
    public long askedNanos;
    /** Of a fetch: what it brings is kept. */
    public boolean keeps;
    /** The number of the fetch that it is, for the cache that began it. */
    public int ticket;
    /** What waits for it, as the node has it that began it; null where that finds it by other means. */
    public @Nullable Object waiter;
    /** Its number in the history of the store that it asks; {@link StoreHistory#NONE} where there is none. */
    public int operation = StoreHistory.NONE;
    /** The history that it is written down in. */
    public @Nullable StoreHistory history;
    /** A store has done what it was to write. */
    public boolean applied;
    /** What a read of a counter or a set was told, the sum or the elements; null for others. */
    public long @Nullable [] told;

    private long[] batchKeys = {};
    private long[] batchStamps = {};
    private int batchSize;

    /** Where the value came from, or where it was written. */
    public @Nullable DataPlace endedAt;

    DataOperation() {}

    void clear() {
        action = DataAction.NONE;
        dataset = 0;
        found = false;
        again = false;
        lease = NO_LEASE;
        keyVersion = KeyVersions.NOTHING;
        ticket = 0;
        waiter = null;
        operation = StoreHistory.NONE;
        history = null;
        applied = false;
        told = null;
        batchSize = 0;
        nothing();
    }

    /** It is to write all of these at once. */
    public void batch(long[] keys, long[] stamps, int count) {
        if (count > batchKeys.length) {
            batchKeys = new long[count];
            batchStamps = new long[count];
        }
        System.arraycopy(keys, 0, batchKeys, 0, count);
        System.arraycopy(stamps, 0, batchStamps, 0, count);
        batchSize = count;
    }

    /** How much it is to write at once; 0 where it is about one key. */
    public int batchSize() {
        return batchSize;
    }

    public long batchKey(int i) {
        return batchKeys[i];
    }

    public long batchStamp(int i) {
        return batchStamps[i];
    }

    /** It brings nothing. */
    public void nothing() {
        stamp = KeyVersions.NOTHING;
        staleNanos = KeyVersions.FRESH;
        endedAt = null;
    }

    /** It brings what another one brought. */
    public void take(DataOperation other) {
        stamp = other.stamp;
        staleNanos = other.staleNanos;
        endedAt = other.endedAt;
    }

    /** It brings that value, given there. */
    public void bring(long itsStamp, long itsStaleNanos, DataPlace from) {
        stamp = itsStamp;
        staleNanos = itsStaleNanos;
        endedAt = from;
    }
}
