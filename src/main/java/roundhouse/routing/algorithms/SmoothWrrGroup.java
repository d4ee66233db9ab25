package roundhouse.routing.algorithms;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Targets among which one pick is made: the primaries, the backups, those of a region. They are walked when they are few or when most
 * weights differ; otherwise {@link SmoothWrrBigPool} picks, with the same result.
 */
final class SmoothWrrGroup {
    static final SmoothWrrGroup EMPTY = new SmoothWrrGroup(new Pool(), new int[0], new SmoothWeights(), false, 0);

    private final int[] targets;
    private final SmoothWeights weights;
    private final boolean byLoad;
    private final boolean limited;
    private @Nullable SmoothWrrBigPool big;

    /**
     * @param byLoad least connections: round robin only among the least loaded
     * @param walkUpTo up to this many targets are always walked
     */
    SmoothWrrGroup(Pool pool, int[] targets, SmoothWeights weights, boolean byLoad, int walkUpTo) {
        this.targets = targets;
        this.weights = weights;
        this.byLoad = byLoad;
        limited = EligibleTargets.anyLimited(pool, targets);
        big = SmoothWrrBigPool.pays(pool, targets, walkUpTo) && !weights.anyWeakened(targets)
                ? new SmoothWrrBigPool(pool, targets, weights, byLoad, limited)
                : null;
    }

    int pick(Request request, Pool pool) {
        if (big != null) {
            return big.pick(request);
        }
        boolean allAble = !limited && !request.anyTried();
        return byLoad
                ? LeastLoaded.walk(request, pool, targets, weights, allAble)
                : weights.walk(request, pool, targets, allAble);
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        if (big != null) {
            big.moved(target);
        }
    }

    /** One target is about to gain less than others of its weight. Only the walk can follow that, so it is used until the pool changes. */
    void walk() {
        if (big != null) {
            big.flush(weights);
            big = null;
        }
    }

    /** Hands the state to the walk's. */
    void flush(SmoothWeights into) {
        if (big != null) {
            big.flush(into);
        }
    }
}
