package roundhouse.routing.algorithms;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * Each target in turn in the order declared, whatever its weight; a weight of 0 still means no requests. Targets that cannot take
 * the request are stepped over, and the turn goes on from the one picked. Backups have a turn of their own.
 *
 * <p>Constant time when targets are able; a step for each that is not.
 */
final class RoundRobin implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final Turn primaries = new Turn();
    private final Turn backups = new Turn();

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries.follow(members.primaries());
            backups.follow(members.backups());
        }
        int target = primaries.take(request, pool);
        return target != NONE ? target : backups.take(request, pool);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        int[] candidates = EligibleTargets.candidates(request, pool);
        boolean backup = candidates.length > 0 && pool.isBackup(candidates[0]);
        int last = backup ? backups.last : primaries.last;
        int first = after(candidates, last);
        int[] place = new int[pool.size()];
        for (int i = 0; i < candidates.length; i++) {
            place[candidates[(first + i) % candidates.length]] = i + 1;
        }
        return new Explanation(
                candidates.length == 0 ? NONE : candidates[first % candidates.length],
                last == NONE ? "next in turn: the first" : "next in turn after " + pool.name(last),
                Explaining.candidates(
                        request,
                        pool,
                        target -> place[target] == 0
                                ? ""
                                : place[target] == 1 ? "next" : "in " + place[target] + " turns",
                        target -> Integer.toString(place[target])),
                "");
    }

    /** Where in the sorted list the first target after that one stands; the list's length when none does. */
    private static int after(int[] targets, int last) {
        int found = Arrays.binarySearch(targets, last + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** One group's turn: who had it last, and where in the group that leaves it. */
    private static final class Turn {
        private int[] targets = {};
        private int last = NONE;
        private int next;

        void follow(int[] now) {
            targets = now;
            next = after(now, last);
        }

        int take(Request request, Pool pool) {
            int length = targets.length;
            for (int i = 0; i < length; i++) {
                if (next >= length) {
                    next = 0;
                }
                int target = targets[next++];
                if (EligibleTargets.isAble(request, pool, target)) {
                    last = target;
                    return target;
                }
            }
            next = after(targets, last);
            return NONE;
        }
    }
}
