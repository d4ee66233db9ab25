package roundhouse.simulation.engine;

import roundhouse.topology.nodes.data.InvalidationRule;

/** Tells caches what was written. */
public interface WriteBroadcast {
    /** Tells nobody. */
    WriteBroadcast NONE = (_, _, _, _) -> {};

    /** That node has written a key, which has that stamp now. */
    void written(Component from, InvalidationRule rule, long key, long stamp);
}
