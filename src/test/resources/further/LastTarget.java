package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** The last target that can take the request. */
final class LastTarget implements Balancer {
    @Override
    public int pick(Request request, Pool pool) {
        int[] candidates = EligibleTargets.candidates(request, pool);
        return candidates.length == 0 ? NONE : candidates[candidates.length - 1];
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        return new Explanation(
                pick(request, pool), "the last", Explaining.candidates(request, pool, _ -> "", Integer::toString), "");
    }
}
