package roundhouse.routing;

import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;

/**
 * A load-balancing algorithm: decides which target of a pool takes a request. Deterministic given its calls and its own random
 * stream. One thread at a time.
 *
 * <p>The caller keeps the pool's counts: for every request given to a target, whether by {@link #pick} or by stickiness, it calls
 * {@link #started} once (after {@link Pool#started}), and {@link #finished} once when that ended (after {@link Pool#finished}).
 */
public interface Balancer {
    /** No target can take the request. */
    int NONE = -1;

    /**
     * The target that takes this request, an index into the pool, or {@link #NONE}. Only targets that {@link Pool#canTake} and
     * that the request has not {@linkplain Request#tried tried} are picked; backups only when no other target can.
     */
    int pick(Request request, Pool pool);

    /** The pool has the targets that it begins with, perhaps long before the first pick. */
    default void begin(Pool pool) {}

    /**
     * A target is about to come into use, or to get another weight. For algorithms by which it matters what the pool was meanwhile,
     * though nothing was picked then.
     */
    default void look(Pool pool) {}

    /** No primary has room for this request, or no backup where there is none: it waits for any, before which none did. */
    default void noRoom(Request request, Pool pool) {}

    /** A request was given to this target. */
    default void started(int target) {}

    /** A request given to this target ended so, {@code latencyNanos} after it was given. */
    default void finished(int target, long latencyNanos, Outcome outcome) {}

    /**
     * Lowers the target's effective weight by that much; each pick gives one back. That is what a failed attempt costs under nginx's
     * passive failure detection. Algorithms that never take turns by smooth weighted round robin ignore it.
     */
    default void weaken(int target, int amount) {}

    /**
     * The placement that picks from the pool in its present state use: where each key lives among the primaries. Null for algorithms
     * that do not route by key. The same object as long as the pool does not change.
     */
    default @Nullable Placement placement(Pool pool) {
        return null;
    }

    /**
     * Explains the pick that {@link #pick} would make now with the same arguments, and changes nothing. Slow: for people.
     */
    Explanation explain(Request request, Pool pool);
}
