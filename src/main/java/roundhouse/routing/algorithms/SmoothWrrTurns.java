package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** What smooth weighted round robin and least connections share: one {@link SmoothWrrGroup} for the primaries and one for the backups. */
final class SmoothWrrTurns {
    private final boolean byLoad;
    private final int walkUpTo;
    private final EligibleTargets members = new EligibleTargets();
    private final SmoothWeights weights = new SmoothWeights();
    private SmoothWrrGroup primaries = SmoothWrrGroup.EMPTY;
    private SmoothWrrGroup backups = SmoothWrrGroup.EMPTY;

    /** The parameters are those of {@link SmoothWrrGroup}. */
    SmoothWrrTurns(boolean byLoad, int walkUpTo) {
        this.byLoad = byLoad;
        this.walkUpTo = walkUpTo;
    }

    int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            flush(weights);
            weights.fit(pool);
            primaries = new SmoothWrrGroup(pool, members.primaries(), weights, byLoad, walkUpTo);
            backups = new SmoothWrrGroup(pool, members.backups(), weights, byLoad, walkUpTo);
        }
        int target = primaries.pick(request, pool);
        return target != Balancer.NONE ? target : backups.pick(request, pool);
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        primaries.moved(target);
        backups.moved(target);
    }

    void weaken(int target, int amount) {
        if (amount > 0) {
            primaries.walk();
            backups.walk();
            weights.weaken(target, amount);
        }
    }

    /** The state as the next pick will find it, to try things on. */
    SmoothWeights snapshot(Pool pool) {
        SmoothWeights copy = weights.copy();
        flush(copy);
        copy.fit(pool);
        return copy;
    }

    private void flush(SmoothWeights into) {
        primaries.flush(into);
        backups.flush(into);
    }
}
