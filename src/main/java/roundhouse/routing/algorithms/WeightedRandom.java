package roundhouse.routing.algorithms;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.LookaheadRandom;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * By chance in proportion to weight, with no memory. The yardstick for the others: queues grow longer than under any algorithm
 * that takes turns or looks. What a pick costs is in {@link WeightedDraw}.
 */
final class WeightedRandom implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final LookaheadRandom draws;
    private WeightedDraw primaries = new WeightedDraw(new Pool(), new int[0]);
    private WeightedDraw backups = primaries;

    WeightedRandom(RandomGenerator random) {
        draws = new LookaheadRandom(random);
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries = new WeightedDraw(pool, members.primaries());
            backups = new WeightedDraw(pool, members.backups());
        }
        int target = primaries.draw(request, pool, NONE, draws);
        return target != NONE ? target : backups.draw(request, pool, NONE, draws);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EligibleTargets now = EligibleTargets.of(pool);
        LookaheadRandom ahead = draws.peek();
        int picked = new WeightedDraw(pool, now.primaries()).draw(request, pool, NONE, ahead);
        if (picked == NONE) {
            picked = new WeightedDraw(pool, now.backups()).draw(request, pool, NONE, ahead);
        }
        long total = Arrays.stream(EligibleTargets.candidates(request, pool))
                .mapToLong(pool::weight)
                .sum();
        return new Explanation(
                picked,
                "by chance in proportion to weight",
                Explaining.candidates(
                        request,
                        pool,
                        target -> "weight " + pool.weight(target),
                        target -> Explaining.decimal(100.0 * pool.weight(target) / total) + " %"),
                "");
    }
}
