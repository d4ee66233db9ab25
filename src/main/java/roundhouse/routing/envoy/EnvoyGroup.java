package roundhouse.routing.envoy;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The primaries or the backups of a pool as Envoy keeps them: with a schedule where their weights differ, without where they do not.
 * The schedule is made anew when they change, and begins with a few turns for nothing, so that many balancers do not all begin with
 * the same target.
 */
final class EnvoyGroup {
    final int[] targets;
    private final int[] weights;
    final @Nullable EdfSchedule schedule;

    /**
     * @param seed the same for all groups of a balancer, 0 or more
     */
    EnvoyGroup(EdfSchedule.Weight weight, Pool pool, int[] targets, long seed) {
        this.targets = targets;
        weights = weights(pool, targets);
        schedule = EdfSchedule.isNeeded(weights) ? new EdfSchedule(weight, pool, targets) : null;
        if (schedule != null) {
            for (long turns = seed % targets.length; turns > 0; turns--) {
                schedule.skip(pool);
            }
        }
    }

    private EnvoyGroup(EnvoyGroup other) {
        targets = other.targets;
        weights = other.weights;
        schedule = other.schedule == null ? null : other.schedule.copy();
    }

    EnvoyGroup copy() {
        return new EnvoyGroup(this);
    }

    private static int[] weights(Pool pool, int[] targets) {
        return Arrays.stream(targets).map(pool::weight).toArray();
    }

    /** Whether the pool's targets are these with these weights. */
    boolean isStill(Pool pool, int[] now) {
        return Arrays.equals(targets, now) && Arrays.equals(weights, weights(pool, now));
    }

    int able(Request request, Pool pool) {
        int able = 0;
        for (int target : targets) {
            able += EligibleTargets.isAble(request, pool, target) ? 1 : 0;
        }
        return able;
    }
}
