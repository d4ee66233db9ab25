package roundhouse.routing.algorithms;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.LookaheadRandom;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Draws one of a group of targets by chance in proportion to weight, among those able to take the request. The running
 * sums of the weights are searched, and only when that hits a target that cannot take the request is the group walked with a fresh
 * draw: the odds come out the same.
 */
final class WeightedDraw {
    private final int[] targets;
    private final long[] ends;

    WeightedDraw(Pool pool, int[] targets) {
        this.targets = targets;
        ends = new long[targets.length];
        long end = 0;
        for (int i = 0; i < targets.length; i++) {
            end += pool.weight(targets[i]);
            ends[i] = end;
        }
    }

    /** A target other than {@code not}, or {@link Balancer#NONE}. Uses at most two draws. */
    int draw(Request request, Pool pool, int not, LookaheadRandom draws) {
        if (targets.length == 0) {
            return Balancer.NONE;
        }
        int found = Arrays.binarySearch(ends, draws.below(ends[ends.length - 1]) + 1);
        int hit = targets[found >= 0 ? found : -found - 1];
        if (hit != not && EligibleTargets.isAble(request, pool, hit)) {
            return hit;
        }
        long total = 0;
        for (int target : targets) {
            if (target != not && EligibleTargets.isAble(request, pool, target)) {
                total += pool.weight(target);
            }
        }
        return total == 0 ? Balancer.NONE : walk(request, pool, not, draws.below(total));
    }

    private int walk(Request request, Pool pool, int not, long drawn) {
        long left = drawn;
        for (int target : targets) {
            if (target != not && EligibleTargets.isAble(request, pool, target)) {
                left -= pool.weight(target);
                if (left < 0) {
                    return target;
                }
            }
        }
        return Balancer.NONE;
    }
}
