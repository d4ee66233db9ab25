package roundhouse.routing.envoy;

import java.util.random.RandomGenerator;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.LookaheadRandom;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Envoy's {@code LEAST_REQUEST} with its defaults. Of targets of one weight two are drawn evenly, perhaps the same one twice, and the
 * one with fewer in flight wins, the first drawn of equals. Where weights differ nothing is drawn: the schedule of {@link EdfSchedule}
 * goes by weight ÷ (in flight + 1), taken when a target is picked.
 *
 * <p>Source: Envoy, source/extensions/load_balancing_policies/least_request/least_request_lb.cc. Not run: no Envoy could be. A draw
 * that hits a target that cannot take the request is made again among those that can.
 */
public final class EnvoyLeastRequest extends EnvoyBalancer {
    private static final EdfSchedule.Weight BY_LOAD =
            (pool, target) -> (double) pool.weight(target) / (pool.inFlight(target) + 1);

    private final LookaheadRandom draws;

    /**
     * @param seed where a schedule begins, 0 or more
     */
    public EnvoyLeastRequest(RandomGenerator random, long seed) {
        this(new LookaheadRandom(random), seed);
    }

    private EnvoyLeastRequest(LookaheadRandom draws, long seed) {
        super(BY_LOAD, seed);
        this.draws = draws;
    }

    @Override
    int unweighted(Request request, Pool pool, EnvoyGroup group) {
        int first = draw(request, pool, group);
        if (first == NONE) {
            return NONE;
        }
        int second = draw(request, pool, group);
        return pool.inFlight(second) < pool.inFlight(first) ? second : first;
    }

    private int draw(Request request, Pool pool, EnvoyGroup group) {
        if (group.targets.length == 0) {
            return NONE;
        }
        int target = group.targets[(int) draws.below(group.targets.length)];
        if (EligibleTargets.isAble(request, pool, target)) {
            return target;
        }
        int able = group.able(request, pool);
        long left = able == 0 ? 0 : draws.below(able);
        for (int candidate : group.targets) {
            if (EligibleTargets.isAble(request, pool, candidate) && left-- == 0) {
                return candidate;
            }
        }
        return NONE;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EnvoyLeastRequest now = new EnvoyLeastRequest(draws, seed);
        now.likeness(this);
        now.follow(pool);
        EnvoyLeastRequest picking = new EnvoyLeastRequest(draws.peek(), seed);
        picking.likeness(now);
        int picked = picking.pick(request, pool);
        boolean weighted = picked != NONE && !deadline(pool, now, picked).isEmpty();
        return new Explanation(
                picked,
                weighted
                        ? "the earliest deadline; the next is (in flight + 1) ÷ weight after it"
                        : "of two drawn evenly the one with fewer in flight, the first drawn of equals",
                Explaining.candidates(
                        request,
                        pool,
                        target -> weighted
                                ? deadline(pool, now, target) + ", " + Explaining.load(pool, target)
                                : pool.inFlight(target) + " in flight",
                        target ->
                                target == picked ? "picked" : weighted ? "later" : "not drawn, or no fewer in flight"),
                "");
    }
}
