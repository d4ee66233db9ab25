package roundhouse.routing.algorithms;

import org.jspecify.annotations.Nullable;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Targets that take turns among themselves: the primaries, the backups, those of a region. Walked when they are few or have weights
 * of all kinds, else left to {@link SmoothWrrBigPool}, which picks the same.
 */
final class SmoothWrrGroup {
    static final SmoothWrrGroup EMPTY = new SmoothWrrGroup(new Pool(), new int[0], new SmoothWeights(), false, 0);

    private final int[] targets;
    private final SmoothWeights weights;
    private final boolean byLoad;
    private final boolean limited;
    private @Nullable SmoothWrrBigPool big;

    /**
     * @param byLoad least connections, turns only among the equal
     * @param walkUpTo as many targets are walked
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
                ? LeastConnections.walk(request, pool, targets, weights, allAble)
                : weights.walk(request, pool, targets, allAble);
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        if (big != null) {
            big.moved(target);
        }
    }

    /** One of these is about to gain less than the others, which only the walk can follow, until the pool next changes. */
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
