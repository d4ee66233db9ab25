package roundhouse.routing.algorithms;

import java.util.random.RandomGenerator;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Draws two different targets by chance in proportion to weight and takes the one with fewer requests in flight for its weight.
 * Nearly as good as looking at all of them, for the cost of looking at two, and without the herd that follows a stale best.
 *
 * <p>The rule is that of nginx's {@code random two least_conn}: the second draw wins unless it has strictly more. So among idle
 * targets the heaviest gets <em>less</em> than its share (3:1:1 gives 0.30, 0.35, 0.35), because it is seldom drawn second; under
 * load the comparison sets that right. Sources: nginx 1.22, src/http/modules/ngx_http_upstream_random_module.c; M. Mitzenmacher,
 * "The Power of Two Choices in Randomized Load Balancing" (2001). What a draw costs is in {@link WeightedDraw}.
 */
final class PowerOfTwo implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final LookaheadRandom draws;
    private WeightedDraw primaries = new WeightedDraw(new Pool(), new int[0]);
    private WeightedDraw backups = primaries;

    PowerOfTwo(RandomGenerator random) {
        draws = new LookaheadRandom(random);
    }

    @Override
    public int pick(Request request, Pool pool) {
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

    private static int better(Pool pool, int first, int second) {
        return second == NONE || LeastLoaded.compare(pool, second, first) > 0 ? first : second;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
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
                tie ? "2 are equal: the second drawn wins" : "");
    }
}
