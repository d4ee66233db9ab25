package roundhouse.routing.algorithms;

import java.util.random.RandomGenerator;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.LookaheadRandom;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Draws two different targets by chance in proportion to weight and takes the one with fewer requests in flight for its weight; who
 * wins between equals is for the subclass to say. What a draw costs is in {@link WeightedDraw}.
 */
abstract class TwoDraws implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final LookaheadRandom draws;
    private WeightedDraw primaries = new WeightedDraw(new Pool(), new int[0]);
    private WeightedDraw backups = primaries;

    TwoDraws(RandomGenerator random) {
        draws = new LookaheadRandom(random);
    }

    /** Which of two drawn targets, in their order, wins when neither has less in flight for its weight. */
    abstract int settle(Pool pool, int first, int second);

    /** How that was settled, in words. */
    abstract String settled(Pool pool, int first, int second);

    @Override
    public final int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries = new WeightedDraw(pool, members.primaries());
            backups = new WeightedDraw(pool, members.backups());
        }
        int target = pick(request, pool, primaries);
        return target != NONE ? target : pick(request, pool, backups);
    }

    private int pick(Request request, Pool pool, WeightedDraw group) {
        int first = group.draw(request, pool, NONE, draws);
        if (first == NONE) {
            return NONE;
        }
        return better(pool, first, group.draw(request, pool, first, draws));
    }

    private int better(Pool pool, int first, int second) {
        if (second == NONE) {
            return first;
        }
        int order = LeastLoaded.compare(pool, first, second);
        return order == 0 ? settle(pool, first, second) : order < 0 ? first : second;
    }

    @Override
    public final Explanation explain(Request request, Pool pool) {
        EligibleTargets now = EligibleTargets.of(pool);
        LookaheadRandom ahead = draws.peek();
        WeightedDraw group = new WeightedDraw(pool, now.primaries());
        int first = group.draw(request, pool, NONE, ahead);
        if (first == NONE) {
            group = new WeightedDraw(pool, now.backups());
            first = group.draw(request, pool, NONE, ahead);
        }
        int one = first;
        int two = one == NONE ? NONE : group.draw(request, pool, one, ahead);
        boolean tie = two != NONE && LeastLoaded.compare(pool, one, two) == 0;
        return new Explanation(
                one == NONE ? NONE : better(pool, one, two),
                "of two drawn by chance in proportion to weight, fewest in flight ÷ weight",
                Explaining.candidates(
                        request,
                        pool,
                        target -> Explaining.load(pool, target)
                                + (target == one ? ", drawn first" : target == two ? ", drawn second" : ""),
                        target -> Explaining.decimal((double) pool.inFlight(target) / pool.weight(target)),
                        target -> target == one || target == two ? "" : "not drawn"),
                tie ? "2 are equal: " + settled(pool, one, two) : "");
    }
}
