package roundhouse.routing;

import org.jspecify.annotations.Nullable;

/**
 * What smooth weighted round robin and least connections share: the state of whose turn it is, and the choice between walking the
 * targets (few, or weights of all kinds) and {@link BigPoolTurns}, which picks the same.
 */
final class Turns {
    private final boolean byLoad;
    private final int walkUpTo;
    private final Members members = new Members();
    private final SmoothWeights weights = new SmoothWeights();
    private @Nullable BigPoolTurns primaries;
    private @Nullable BigPoolTurns backups;

    /**
     * @param byLoad least connections, turns only among the equal
     * @param walkUpTo groups of this many targets are walked
     */
    Turns(boolean byLoad, int walkUpTo) {
        this.byLoad = byLoad;
        this.walkUpTo = walkUpTo;
    }

    int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            flush(weights);
            weights.fit(pool);
            primaries = bigPool(pool, members.primaries());
            backups = bigPool(pool, members.backups());
        }
        int target = pick(request, pool, members.primaries(), primaries);
        return target != Balancer.NONE ? target : pick(request, pool, members.backups(), backups);
    }

    private @Nullable BigPoolTurns bigPool(Pool pool, int[] group) {
        return BigPoolTurns.pays(pool, group, walkUpTo) ? new BigPoolTurns(pool, group, weights, byLoad) : null;
    }

    private int pick(Request request, Pool pool, int[] group, @Nullable BigPoolTurns big) {
        if (big != null) {
            return big.pick(request);
        }
        return byLoad ? LeastConnections.walk(request, pool, group, weights) : weights.pick(request, pool, group);
    }

    /** The target's requests in flight have changed. */
    void moved(int target) {
        if (primaries != null) {
            primaries.moved(target);
        }
        if (backups != null) {
            backups.moved(target);
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
        if (primaries != null) {
            primaries.flush(into);
        }
        if (backups != null) {
            backups.flush(into);
        }
    }
}
