package roundhouse.routing.envoy;

import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Envoy's {@code ROUND_ROBIN}: in turn from a first target that is drawn; where weights differ, by {@link EdfSchedule earliest deadline},
 * which spreads them well but not as smooth weighted round robin does: 4:1:1 gives a a a b c a, from whatever place it begins.
 *
 * <p>Source: Envoy, source/extensions/load_balancing_policies/round_robin/round_robin_lb.h. Not run: no Envoy could be.
 */
public final class EnvoyRoundRobin extends EnvoyBalancer {
    private static final EdfSchedule.Weight BY_WEIGHT = Pool::weight;

    private long index;

    /**
     * @param seed where it begins, 0 or more; Envoy draws it
     */
    public EnvoyRoundRobin(long seed) {
        super(BY_WEIGHT, seed);
        index = seed;
    }

    @Override
    int unweighted(Request request, Pool pool, EnvoyGroup group) {
        int length = group.targets.length;
        for (int steps = 0; steps < length; steps++) {
            int target = group.targets[(int) (index++ % length)];
            if (EligibleTargets.isAble(request, pool, target)) {
                return target;
            }
        }
        return NONE;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EnvoyRoundRobin now = new EnvoyRoundRobin(seed);
        now.index = index;
        now.likeness(this);
        now.follow(pool);
        EnvoyRoundRobin picking = new EnvoyRoundRobin(seed);
        picking.index = index;
        picking.likeness(now);
        int picked = picking.pick(request, pool);
        boolean weighted = picked != NONE && !deadline(pool, now, picked).isEmpty();
        return new Explanation(
                picked,
                weighted ? "the earliest deadline; the next is 1 ÷ weight after it" : "next in turn",
                Explaining.candidates(
                        request,
                        pool,
                        target -> deadline(pool, now, target),
                        target -> target == picked ? "next" : "later"),
                "");
    }
}
