package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * Is told what goes into caches, out of them, and what they give; and what of it stores have. This class itself ignores it all. Keys are
 * as the cache has them, with what tells datasets and versions in keys apart; caches have numbers that no other in the run has. Who keeps it
 * must not change anything.
 */
public class CacheLedger {
    public static final CacheLedger NONE = new CacheLedger();

    /** A cache has these settings from now on; null when it is not used any more. */
    public void cacheIs(int cache, String name, @Nullable CacheSettings settings) {}

    /** A lookup that counts. */
    public void looked(int cache, long key) {}

    /** A value is there from now on, for so long, nanoseconds, {@link Long#MAX_VALUE} for ever. */
    public void kept(int cache, long key, long stamp, int bytes, long lifeNanos) {}

    /** What there was of the key is there no more; it may be that there was nothing. */
    public void went(int cache, long key) {}

    /**
     * Something was given.
     *
     * @param failed because fetching it anew failed
     */
    public void gave(int cache, long key, long stamp, boolean failed) {}

    /** A lookup was answered with a value that the store does not have yet. */
    public void gavePending(int cache, long key, long stamp) {}

    /** A node's cache has a value that the store is to have later. */
    public void dirty(String node, int dataset, long key, long stamp) {}

    /** What the node's cache was still to write is gone, apart from what is on its way. */
    public void dirtyLost(String node) {}

    /** The store refused that value, and the node's cache does not try again. */
    public void dirtyRefused(String node, int dataset, long key, long stamp) {}

    /** A store has that value from now on. */
    public void stored(int dataset, long key, long stamp) {}

    /** A replicated store has lost a value that it had acknowledged. */
    public void lost(int dataset, long stamp) {}

    /** A write was acknowledged to its client. */
    public void acknowledged(long key, long stamp) {}
}
