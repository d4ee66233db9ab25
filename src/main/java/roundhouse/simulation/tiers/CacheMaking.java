package roundhouse.simulation.tiers;

import java.util.random.RandomGenerator;
import roundhouse.caching.Cache;
import roundhouse.caching.CacheListener;
import roundhouse.topology.nodes.data.CacheSettings;

/** Makes caches as settings have them. */
final class CacheMaking {
    private CacheMaking() {}

    static Cache create(CacheSettings settings, RandomGenerator random, CacheListener listener) {
        return new Cache((int) settings.capacity().amount(), listener);
    }
}
