package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** Finds the target with the fewest requests in flight for its weight; equal ones take turns by smooth weighted round robin. */
final class LeastLoaded {
    private LeastLoaded() {}

    /** The parameters are those of {@link SmoothWeights#walk}. */
    static int walk(Request request, Pool pool, int[] targets, SmoothWeights weights, boolean allAble) {
        int first = Balancer.NONE;
        long load = 0;
        long weight = 0;
        boolean tie = false;
        for (int target : targets) {
            if (allAble || EligibleTargets.isAble(request, pool, target)) {
                long difference =
                        first == Balancer.NONE ? -1 : pool.inFlight(target) * weight - load * pool.weight(target);
                if (difference < 0) {
                    first = target;
                    load = pool.inFlight(target);
                    weight = pool.weight(target);
                    tie = false;
                } else if (difference == 0) {
                    tie = true;
                }
            }
        }
        return tie ? takeTurns(request, pool, targets, first, weights, allAble) : first;
    }

    private static int takeTurns(
            Request request, Pool pool, int[] targets, int first, SmoothWeights weights, boolean allAble) {
        int best = first;
        long most = weights.afterGain(first);
        long total = 0;
        for (int target : targets) {
            if (target >= first
                    && (allAble || EligibleTargets.isAble(request, pool, target))
                    && compare(pool, target, first) == 0) {
                total += weights.gain(target);
                long now = weights.current(target);
                if (now > most) {
                    best = target;
                    most = now;
                }
            }
        }
        weights.pay(best, total);
        return best;
    }

    /** Below 0 when a has less in flight for its weight than b, 0 when as much. */
    static int compare(Pool pool, int a, int b) {
        return Long.compare((long) pool.inFlight(a) * pool.weight(b), (long) pool.inFlight(b) * pool.weight(a));
    }
}
