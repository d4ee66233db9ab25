package roundhouse.hashing.mirrors;

import java.util.function.IntPredicate;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.Placement;

/**
 * nginx's smooth weighted round robin, to which its hash methods fall back: every eligible target gains its weight, the greatest
 * wins (the first declared of equals) and pays what all gained. Source: nginx's ngx_http_upstream_round_robin.c.
 */
final class SmoothWrrFallback {
    private final AbstractPlacement placement;
    /** Made at the first turn: most keys are placed without one. */
    private long[] current = {};

    SmoothWrrFallback(AbstractPlacement placement) {
        this.placement = placement;
    }

    /** The next of the usable targets of which this holds, or NONE. */
    int next(IntPredicate eligible) {
        if (current.length == 0) {
            current = new long[placement.targets.size()];
        }
        int best = Placement.NONE;
        long total = 0;
        for (int target = 0; target < current.length; target++) {
            if (placement.usable(target) && eligible.test(target)) {
                current[target] += placement.weight(target);
                total += placement.weight(target);
                if (best == Placement.NONE || current[target] > current[best]) {
                    best = target;
                }
            }
        }
        if (best != Placement.NONE) {
            current[best] -= total;
        }
        return best;
    }
}
