package roundhouse.caching.invalidation;

import roundhouse.tables.LongTable;

/**
 * Invalidation by version: the name under which a value is cached has its version in it, so what is old is never deleted but no longer
 * asked for, and leaves the cache as all that is not used. What is then needed is the version, and this is what a reader knows of it:
 * learnt from the store, a message or its own write, and believed for a while, during which it may ask for what is old.
 *
 * <p>Versions are numbers from 0, of which the greater is the later. Constant time; allocates only as it learns of more keys.
 */
public final class KnownVersions {
    /** The reader must ask. */
    public static final long UNKNOWN = -1;

    private final long believedNanos;
    private final LongTable versions = new LongTable();
    private final LongTable learntNanos = new LongTable();

    /**
     * Knows nothing yet.
     *
     * @param believedNanos how long a version is believed; 0 for asking each time
     */
    public KnownVersions(long believedNanos) {
        this.believedNanos = believedNanos;
    }

    /** The version of the key as far as is known, or {@link #UNKNOWN}. */
    public long known(long key, long nowNanos) {
        long version = versions.get(key, UNKNOWN);
        return version != UNKNOWN && nowNanos - learntNanos.get(key, 0) < believedNanos ? version : UNKNOWN;
    }

    /** The key was seen to have a version. One that is older than what is known came late, and says nothing. */
    public void learn(long key, long version, long nowNanos) {
        if (version >= versions.get(key, UNKNOWN)) {
            versions.put(key, version);
            learntNanos.put(key, nowNanos);
        }
    }

    /** Keys of which a version is or was known. */
    public int size() {
        return versions.size();
    }

    /** Forgets all, as when the reader is started anew. */
    public void clear() {
        versions.clear();
        learntNanos.clear();
    }

    /**
     * The key under which a version is cached. Two are the same by an accident of 64 bits only. The finisher is SplitMix64's (Steele, Lea,
     * Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
     */
    public static long keyOf(long key, long version) {
        return mix(mix(key) + version);
    }

    /** The key of which a version is cached under that name: what {@link #keyOf} made it of. */
    public static long keyBehind(long name, long version) {
        return unmix(unmix(name) - version);
    }

    private static long unmix(long mixed) {
        long z = mixed ^ (mixed >>> 31) ^ (mixed >>> 62);
        z *= 0x319642B2D24D8EC3L;
        z = z ^ (z >>> 27) ^ (z >>> 54);
        z *= 0x96DE1B173F119089L;
        z = z ^ (z >>> 30) ^ (z >>> 60);
        return z - 0x9E3779B97F4A7C15L;
    }

    private static long mix(long number) {
        long z = (number + 0x9E3779B97F4A7C15L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
