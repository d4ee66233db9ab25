package roundhouse.routing;

/**
 * Each target in turn in proportion to its weight, spread as evenly as can be: 5:1:1 gives a a b a c a a, never five in a row.
 * Backups take turns among themselves, with a state of their own, while no primary can take the request.
 *
 * <p>Matches nginx pick for pick; the walk, its cost and its source are in {@link SmoothWeights}.
 */
final class SmoothWeightedRoundRobin implements Balancer {
    private final Members members = new Members();
    private final SmoothWeights weights = new SmoothWeights();

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            weights.fit(pool);
        }
        int target = weights.pick(request, pool, members.primaries());
        return target != NONE ? target : weights.pick(request, pool, members.backups());
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        SmoothWeights now = weights.copy();
        now.fit(pool);
        return explain(request, pool, now);
    }

    static Explanation explain(Request request, Pool pool, SmoothWeights weights) {
        int picked = NONE;
        int equals = 0;
        for (int target : Members.candidates(request, pool)) {
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
