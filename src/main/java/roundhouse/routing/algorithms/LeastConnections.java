package roundhouse.routing.algorithms;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Outcome;
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
final class LeastConnections implements Balancer {
    private static final int WALK_UP_TO = 16;

    private final SmoothWrrTurns turns;

    LeastConnections() {
        this(WALK_UP_TO);
    }

    LeastConnections(int walkUpTo) {
        turns = new SmoothWrrTurns(true, walkUpTo);
    }

    @Override
    public int pick(Request request, Pool pool) {
        return turns.pick(request, pool);
    }

    @Override
    public void started(int target) {
        turns.moved(target);
    }

    @Override
    public void finished(int target, long latencyNanos, Outcome outcome) {
        turns.moved(target);
    }

    /** The parameters are those of {@link SmoothWeights#walk}. */
    static int walk(Request request, Pool pool, int[] targets, SmoothWeights weights, boolean allAble) {
        int first = NONE;
        long load = 0;
        long weight = 0;
        boolean tie = false;
        for (int target : targets) {
            if (allAble || EligibleTargets.isAble(request, pool, target)) {
                long difference = first == NONE ? -1 : pool.inFlight(target) * weight - load * pool.weight(target);
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

    @Override
    public void weaken(int target, int amount) {
        turns.weaken(target, amount);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = turns.snapshot(pool);
        int[] candidates = EligibleTargets.candidates(request, pool);
        int picked = walk(request, pool, candidates, now.copy(), false);
        StringBuilder turns = new StringBuilder();
        int equals = 0;
        for (int target : candidates) {
            if (compare(pool, target, picked) == 0) {
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
