package roundhouse.routing.algorithms;

import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Each target in turn in proportion to its weight, spread as evenly as can be: 5:1:1 gives a a b a c a a, never five in a row.
 * Backups take turns among themselves, with a state of their own, while no primary can take the request.
 *
 * <p>Matches nginx pick for pick. The walk, its cost and its source are in {@link SmoothWeights}; above {@value #WALK_UP_TO} targets
 * {@link SmoothWrrBigPool} picks the same in less.
 */
final class SmoothWeightedRoundRobin extends SmoothWrrBalancer {
    private static final int WALK_UP_TO = 32;

    SmoothWeightedRoundRobin() {
        this(WALK_UP_TO);
    }

    SmoothWeightedRoundRobin(int walkUpTo) {
        super(new SmoothWrrTurns(false, walkUpTo));
    }

    @Override
    public void weaken(int target, int amount) {
        turns.weaken(target, amount);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        return explain(request, pool, turns.snapshot(pool));
    }

    static Explanation explain(Request request, Pool pool, SmoothWeights weights) {
        int picked = NONE;
        int equals = 0;
        for (int target : EligibleTargets.candidates(request, pool)) {
            if (picked == NONE || weights.afterGain(target) > weights.afterGain(picked)) {
                picked = target;
                equals = 1;
            } else if (weights.afterGain(target) == weights.afterGain(picked)) {
                equals++;
            }
        }
        return new Explanation(
                picked,
                "the most after each gains its weight; the winner then pays what all gained",
                Explaining.candidates(
                        request, pool, weights::workings, target -> Long.toString(weights.afterGain(target))),
                Explaining.tie(equals, "the first declared wins"));
    }
}
