package roundhouse.simulation.tiers;

import roundhouse.caching.Cache;
import roundhouse.caching.invalidation.KnownVersions;
import roundhouse.simulation.data.KeyVersions;

/** Which key it is that a cache has under a name with a version in it. Reads only. */
record VersionedNames(Cache cache, KeyVersions versions) {
    /** Older versions of one key that are looked for. */
    private static final int MOST = 10_000;

    /** The key, with its dataset, of what is kept there, whatever its name. */
    long keyAt(int slot) {
        long name = cache.key(slot);
        if (!isVersioned(name)) {
            return name;
        }
        long key = KnownVersions.keyBehind(name, KeyVersions.version(cache.version(slot)));
        return isVersioned(key) ? name : key;
    }

    /** Whether it is no key of any dataset, but made of one and a version. */
    boolean isVersioned(long name) {
        return !versions.isDataset(KeyVersions.dataset(name));
    }

    /** The name of the newest version of the key that is kept; {@link Cache#NONE} where none is. */
    long newestKept(long key) {
        long name = Cache.NONE;
        for (int dataset = 0; dataset <= versions.lastDataset() && name == Cache.NONE; dataset++) {
            name = newestKept(dataset, key);
        }
        return name;
    }

    private long newestKept(int dataset, long key) {
        long newest = name(dataset, key, versions.newest(dataset, key));
        if (cache.find(newest) != Cache.NONE) {
            return newest;
        }
        long found = Cache.NONE;
        long stamp = KeyVersions.initial(dataset);
        for (int i = 0; i < MOST && stamp != KeyVersions.NOTHING; i++) {
            long name = name(dataset, key, stamp);
            found = cache.find(name) == Cache.NONE ? found : name;
            stamp = versions.next(key, stamp);
        }
        return found;
    }

    private static long name(int dataset, long key, long stamp) {
        return KnownVersions.keyOf(KeyVersions.keyOf(dataset, key), KeyVersions.version(stamp));
    }
}
