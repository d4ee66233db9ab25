package roundhouse.routing.haproxy;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * HAProxy's {@code balance first}: the first target in the order declared that is below its limit of requests at once, so that the
 * later ones can be switched off while there is little to do. Weights do not count, but 0 for none. A target without a limit takes
 * all. A walk over the targets before the one that is picked.
 *
 * <p>Source: HAProxy 2.6, src/lb_fas.c.
 */
public final class HaproxyFirst implements Balancer {
    private final EligibleTargets members = new EligibleTargets();

    @Override
    public int pick(Request request, Pool pool) {
        members.refresh(pool);
        return pick(request, pool, members);
    }

    private static int pick(Request request, Pool pool, EligibleTargets now) {
        int target = first(request, pool, now.primaries());
        return target != NONE ? target : first(request, pool, now.backups());
    }

    private static int first(Request request, Pool pool, int[] targets) {
        for (int target : targets) {
            if (EligibleTargets.isAble(request, pool, target)) {
                return target;
            }
        }
        return NONE;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        int picked = pick(request, pool, EligibleTargets.of(pool));
        return new Explanation(
                picked,
                "the first in the order declared that is below its limit",
                Explaining.candidates(
                        request,
                        pool,
                        target -> pool.inFlight(target)
                                + (pool.limit(target) == Pool.UNLIMITED
                                        ? " in flight, no limit"
                                        : " in flight of " + pool.limit(target)),
                        target -> target == picked ? "first" : "later"),
                "");
    }
}
