package roundhouse.routing.algorithms;

import roundhouse.hashing.Placement;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * HAProxy's {@code balance source} and {@code balance uri}, by any of its placements. Backups are in the tables as servers that are
 * down, because HAProxy counts all servers of the backend for the divisor of weights and for the numbers of a ring's points.
 *
 * <p>Where the server hit cannot take the request, the placement's next choice does; HAProxy lets it wait.
 */
final class HaproxyHash implements Balancer {
    /** What is hashed of a request. */
    interface Key {
        /** Its number for that placement. */
        long hash(Request request, Placement placement);

        /** The key in words. */
        String words(Request request);
    }

    private final EligibleTargets members = new EligibleTargets();
    private final Key key;
    private KeyGroup primaries;
    private KeyGroup backups;

    HaproxyHash(PlacementSettings settings, Key key) {
        this.key = key;
        primaries = KeyGroup.empty(settings, true);
        backups = primaries;
    }

    @Override
    public int pick(Request request, Pool pool) {
        follow(pool);
        long hash = key.hash(request, primaries.placement);
        int target = primaries.pick(hash, request, pool);
        return target != NONE ? target : backups.pick(hash, request, pool);
    }

    private void follow(Pool pool) {
        if (members.refresh(pool)) {
            primaries = primaries.following(pool, false);
            backups = backups.following(pool, true);
        }
    }

    @Override
    public void begin(Pool pool) {
        follow(pool);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        KeyGroup group = primaries.following(pool, false);
        long hash = key.hash(request, group.placement);
        int picked = group.pick(hash, request, pool);
        if (picked == NONE) {
            group = backups.following(pool, true);
            picked = group.pick(hash, request, pool);
        }
        return group.explain(hash, key.words(request), request, pool, picked);
    }
}
