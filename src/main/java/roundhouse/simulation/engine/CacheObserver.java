package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.KeptValue;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.reasons.Newer;

/**
 * Is told what becomes of lookups and of what caches hold, and why. Only who looks back at a run has one; without one nothing of that is
 * made. Caches have names; keys are as the cache has them, with the dataset.
 */
public interface CacheObserver {
    /** A cache has answered the attempt, or was passed by. */
    void answered(Attempt attempt, CacheAnswer answer);

    /** The cache has that value of the key from now on. */
    void kept(String cache, long key, KeptValue value);

    /** The cache has no value of the key any more, or does not take one in. */
    void left(String cache, long key, Leaving leaving);

    /** A request that writes has the key taken out of the cache, whether it is there or not. */
    void deleted(String cache, long key, long request, long timeNanos);

    /** How the key left the cache last; null when that is not remembered. */
    @Nullable
    Leaving leaving(String cache, long key);

    /** The attempt has written what has that stamp now; it is at that node. */
    void wrote(Attempt attempt, long stamp, Component at);

    /** A message that the key has that stamp goes to the caches of that node, or will not get there. */
    void told(Component node, long key, long stamp, Newer.Message message);
}
