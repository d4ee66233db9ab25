package roundhouse.hashing.mirrors;

import org.jspecify.annotations.Nullable;
import roundhouse.hashing.AbstractPlacement;
import roundhouse.hashing.Placement;
import roundhouse.hashing.TurnKeeper;

/**
 * nginx's smooth weighted round robin, to which its hash methods fall back: every eligible target gains its weight, the greatest
 * wins (the first declared of equals) and pays what all gained. Source: nginx's ngx_http_upstream_round_robin.c.
 */
final class SmoothWrrFallback implements TurnKeeper {
    private final AbstractPlacement placement;
    /** Made at the first turn: most keys are placed without one. */
    private long[] current = {};
    /** Those that are left out, or null. */
    private final boolean @Nullable [] taken;

    SmoothWrrFallback(AbstractPlacement placement) {
        this(placement, null);
    }

    /** @param taken those that have had a turn, and get none any more */
    SmoothWrrFallback(AbstractPlacement placement, boolean @Nullable [] taken) {
        this.placement = placement;
        this.taken = taken;
    }

    @Override
    public boolean able(int target) {
        return placement.usable(target) && (taken == null || !taken[target]);
    }

    @Override
    public boolean again(int target) {
        return false;
    }

    @Override
    public void taken(int target) {}

    @Override
    public int next() {
        return walk(null, 0);
    }

    @Override
    public int next(int[] alike, int target) {
        return walk(alike, target);
    }

    private int walk(int @Nullable [] alike, int target) {
        if (current.length == 0) {
            current = new long[placement.targets.size()];
        }
        int best = Placement.NONE;
        long total = 0;
        for (int candidate = 0; candidate < current.length; candidate++) {
            if (able(candidate) && (alike == null || alike[candidate] == alike[target])) {
                current[candidate] += placement.weight(candidate);
                total += placement.weight(candidate);
                if (best == Placement.NONE || current[candidate] > current[best]) {
                    best = candidate;
                }
            }
        }
        if (best != Placement.NONE) {
            current[best] -= total;
        }
        return best;
    }
}
