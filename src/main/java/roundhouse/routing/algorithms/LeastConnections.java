package roundhouse.routing.algorithms;

import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The target with the fewest requests in flight for its weight. Equal ones take turns by smooth weighted round robin among
 * themselves: their state moves, that of the others does not.
 *
 * <p>Matches nginx pick for pick: src/http/modules/ngx_http_upstream_least_conn_module.c of 1.22. Loads are compared as cross
 * products, so nothing is lost to division. A walk over the targets, two when some are equal; above {@value #WALK_UP_TO} targets
 * {@link SmoothWrrBigPool} picks the same in less.
 */
final class LeastConnections extends SmoothWrrBalancer {
    private static final int WALK_UP_TO = 16;

    LeastConnections() {
        this(WALK_UP_TO);
    }

    LeastConnections(int walkUpTo) {
        super(new SmoothWrrTurns(true, walkUpTo));
    }

    @Override
    public void weaken(int target, int amount) {
        turns.weaken(target, amount);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = turns.snapshot(pool);
        int[] candidates = EligibleTargets.candidates(request, pool);
        int picked = LeastLoaded.walk(request, pool, candidates, now.copy(), false);
        StringBuilder turns = new StringBuilder();
        int equals = 0;
        for (int target : candidates) {
            if (LeastLoaded.compare(pool, target, picked) == 0) {
                turns.append(equals++ == 0 ? "" : ", ")
                        .append(pool.name(target))
                        .append(' ')
                        .append(now.workings(target));
            }
        }
        return new Explanation(
                picked,
                "fewest in flight ÷ weight",
                Explaining.candidates(
                        request,
                        pool,
                        target -> Explaining.load(pool, target),
                        target -> Explaining.decimal((double) pool.inFlight(target) / pool.weight(target))),
                Explaining.tie(equals, "they take turns by smooth weighted round robin (" + turns + ")"));
    }
}
