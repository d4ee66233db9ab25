package roundhouse.simulation.serving;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.data.DataPlace;
import roundhouse.simulation.data.KeyVersions;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DataOperation;

/**
 * A read or a write of data that a server is about, for a request that waits or for its own cache. Belongs to its {@link DataWaits} and is
 * used again.
 */
final class DataWait {
    static final int NONE = -1;

    /** How a request fares that has just begun. */
    enum Progress {
        WAITS,
        HAS_IT,
        FAILED
    }

    /** What is under way. */
    enum Stage {
        /** It waits for what another one reads. */
        WAITING,
        /** Somebody else is about to fill the cache: it looks again after a while. */
        LEASE,
        /** The cache is looked into. */
        LOOKUP,
        /** The cache is asked, which asks the store itself. */
        FETCH,
        /** The store is asked which version of the key is the newest. */
        VERSION,
        /** The store is read. */
        READ,
        /** What was read is put into the cache. */
        FILL,
        /** The cached value is deleted before the store is written. */
        DELETE_FIRST,
        /** The store is written, by way of the cache or not. */
        WRITE,
        /** The cached value is deleted, or set, after that. */
        AFTER,
        /** The server's own cache is looked into, which takes its time. */
        LOOKING
    }

    /** Its place among those of its server. */
    final int slot;

    /** Null where nobody waits. */
    @Nullable
    Attempt request;

    Stage stage = Stage.WAITING;
    /** The slot of the attempt that it waits for; {@link #NONE} while there is none. */
    int child = NONE;
    /** The key as the server's own cache has it. */
    long cacheKey;
    /** The number of its fetch, among those of the server's own cache. */
    int ticket;
    /** It is the fetch of a key for the server's own cache. */
    boolean fetches;
    /** What is fetched is kept there. */
    boolean keeps;
    /** When it began. */
    long beganNanos;
    /** How large the value is. */
    int bytes;
    /** What the store needs for it comes from this, however many caches are asked before. */
    long seed;
    /** It waited for a lease, and looks again. */
    boolean again;
    /** It has only begun: how it fares is told to who began it. */
    boolean asking;

    Progress progress = Progress.WAITS;
    /** The cache that is asked, among the server's; {@link #NONE} for none. */
    int cache = NONE;
    /** The cache has answered, and is to be filled. */
    boolean fills;
    /** What it has got so far. */
    long stamp = KeyVersions.NOTHING;

    long staleNanos = KeyVersions.FRESH;
    long lease = DataOperation.NO_LEASE;
    /** The version of the key that the caches are asked for. */
    long keyVersion = KeyVersions.NOTHING;

    @Nullable
    DataPlace endedAt;

    DataWait(int slot) {
        this.slot = slot;
    }

    void begin(@Nullable Attempt itsRequest, long key, long nowNanos) {
        request = itsRequest;
        stage = Stage.WAITING;
        child = NONE;
        cacheKey = key;
        fetches = false;
        keeps = true;
        beganNanos = nowNanos;
        asking = false;
        again = false;
        progress = Progress.WAITS;
        cache = NONE;
        fills = false;
        stamp = KeyVersions.NOTHING;
        staleNanos = KeyVersions.FRESH;
        lease = DataOperation.NO_LEASE;
        keyVersion = KeyVersions.NOTHING;
        endedAt = null;
    }

    /** It has got what that attempt brings. */
    void take(Attempt from) {
        stamp = from.data().stamp;
        staleNanos = from.data().staleNanos;
        endedAt = from.data().endedAt;
    }

    /** It has what another one has got. */
    void take(DataWait other) {
        stamp = other.stamp;
        staleNanos = other.staleNanos;
        endedAt = other.endedAt;
    }
}
