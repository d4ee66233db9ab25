package roundhouse.routing.ipvs;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * IPVS's {@code wrr}: a threshold goes down from the largest weight by the weights' greatest common divisor, once for each pass over
 * the list, and whoever weighs as much has its turn. So heavy targets come in bursts: 5:1:1 gives a a a a a b c.
 *
 * <p>Source: Linux, net/netfilter/ipvs/ip_vs_wrr.c. Not run. Backups, which IPVS has not, have a walk of their own.
 */
public final class IpvsWeightedRoundRobin implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final Walk primaries = new Walk();
    private final Walk backups = new Walk();

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries.follow(pool, members.primaries());
            backups.follow(pool, members.backups());
        }
        int target = primaries.next(request, pool);
        return target != NONE ? target : backups.next(request, pool);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EligibleTargets now = EligibleTargets.of(pool);
        Walk walk = primaries.followed(pool, now.primaries());
        int picked = walk.next(request, pool);
        if (picked == NONE) {
            walk = backups.followed(pool, now.backups());
            picked = walk.next(request, pool);
        }
        int target = picked;
        return new Explanation(
                picked,
                "the next in the list whose weight is at least " + walk.threshold,
                Explaining.candidates(
                        request,
                        pool,
                        any -> "weight " + pool.weight(any),
                        any -> any == target ? "next" : "later or too light now"),
                "");
    }

    /** The walk over one group. */
    private static final class Walk {
        private int[] targets = {};
        private int divisor = 1;
        /** Where the threshold starts, so that it ends above 0. */
        private int top;

        private int threshold;
        private int last = NONE;
        private int place = -1;

        Walk followed(Pool pool, int[] now) {
            Walk copy = new Walk();
            copy.divisor = divisor;
            copy.top = top;
            copy.threshold = threshold;
            copy.last = last;
            copy.follow(pool, now);
            return copy;
        }

        void follow(Pool pool, int[] now) {
            targets = now;
            int most = 0;
            divisor = 0;
            for (int target : now) {
                most = Math.max(most, pool.weight(target));
                divisor = gcd(pool.weight(target), divisor);
            }
            divisor = Math.max(1, divisor);
            top = Math.max(0, most - (divisor - 1));
            if (threshold == 0 || threshold > top) {
                threshold = top;
            } else if (divisor > 1) {
                threshold = threshold / divisor * divisor + 1;
            }
            int found = Arrays.binarySearch(now, last);
            place = found >= 0 ? found : -found - 2;
        }

        private static int gcd(int a, int b) {
            return b == 0 ? a : gcd(b, a % b);
        }

        int next(Request request, Pool pool) {
            int heaviest = 0;
            for (int target : targets) {
                if (pool.weight(target) > heaviest && EligibleTargets.isAble(request, pool, target)) {
                    heaviest = pool.weight(target);
                }
            }
            if (heaviest == 0) {
                return NONE;
            }
            while (true) {
                while (++place < targets.length) {
                    int target = targets[place];
                    if (pool.weight(target) >= threshold && EligibleTargets.isAble(request, pool, target)) {
                        last = target;
                        return target;
                    }
                }
                place = -1;
                lower(heaviest);
            }
        }

        /** Lowers the threshold by a pass, and by those in which nobody able would weigh enough. */
        private void lower(int heaviest) {
            threshold -= divisor;
            if (threshold <= 0) {
                threshold = top;
            }
            if (threshold > heaviest) {
                threshold -= (threshold - heaviest + divisor - 1) / divisor * divisor;
            }
        }
    }
}
