package roundhouse.caching.eviction;

import java.util.random.RandomGenerator;

/**
 * A line of the registry.
 *
 * @param key the name in files, on the command line and in the inspector
 * @param label the name for people
 * @param says what it does, in a sentence
 * @param factory makes it for one cache
 */
public record EvictionPolicy(String key, String label, String says, Factory factory) {
    /** Makes a policy for one cache. */
    @FunctionalInterface
    public interface Factory {
        Eviction create(Residents residents, RandomGenerator random);
    }

    public Eviction create(Residents residents, RandomGenerator random) {
        return factory.create(residents, random);
    }
}
