package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Apache's {@code lbmethod=bybusyness}: fewest requests in flight, whatever the weights; equal ones take turns by smooth weighted
 * round robin, in which all targets gain their weight at each pick, those that are busier too. A walk over the targets.
 *
 * <p>Source: Apache httpd 2.4, modules/proxy/balancers/mod_lbmethod_bybusyness.c.
 */
final class ApacheByBusyness implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final SmoothWeights weights = new SmoothWeights();

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            weights.fit(pool);
        }
        int target = least(request, pool, members.primaries(), weights);
        return target != NONE ? target : least(request, pool, members.backups(), weights);
    }

    private static int least(Request request, Pool pool, int[] targets, SmoothWeights weights) {
        int best = NONE;
        long total = 0;
        for (int target : targets) {
            if (EligibleTargets.isAble(request, pool, target)) {
                total += weights.gain(target);
                int more = best == NONE ? -1 : pool.inFlight(target) - pool.inFlight(best);
                if (more < 0 || (more == 0 && weights.current(target) > weights.current(best))) {
                    best = target;
                }
            }
        }
        if (best != NONE) {
            weights.pay(best, total);
        }
        return best;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = weights.copy();
        now.fit(pool);
        int[] candidates = EligibleTargets.candidates(request, pool);
        int picked = least(request, pool, candidates, now.copy());
        int equals = 0;
        for (int target : candidates) {
            equals += pool.inFlight(target) == pool.inFlight(picked) ? 1 : 0;
        }
        return new Explanation(
                picked,
                "fewest in flight, whatever the weights",
                Explaining.candidates(request, pool, now::workings, target -> pool.inFlight(target) + " in flight"),
                Explaining.tie(equals, "the most after each gains its weight wins"));
    }
}
