package roundhouse.routing.haproxy;

import java.util.Arrays;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.OrderedIndexes;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * One group of HAProxy's fast weighted round robin: the primaries or the backups. A round is as long as the weights together. Targets
 * not yet used in it wait in {@code unused}, the heaviest first; one that was used stands in {@code current} at the position of its
 * next turn, or in {@code next} when that is in the round to come.
 *
 * <p>Source: HAProxy 2.6, src/lb_fwrr.c; names of fields are its own where it has them.
 */
final class FwrrGroup {
    private static final int POSITION_SCALE = 256;

    private OrderedIndexes current = new OrderedIndexes();
    private OrderedIndexes unused = new OrderedIndexes();
    private OrderedIndexes next = new OrderedIndexes();
    private boolean begun;
    private long currWeight;
    private long nextWeight;
    private long currPos;
    /** Effective weights; 0 of those that are not in the group. */
    private int[] weights = {};

    private long[] npos = {};
    private long[] lpos = {};
    private long[] rweight = {};
    private int[] aside = {};

    FwrrGroup copy() {
        FwrrGroup copy = new FwrrGroup();
        copy.current = current.copy();
        copy.unused = unused.copy();
        copy.next = next.copy();
        copy.begun = begun;
        copy.currWeight = currWeight;
        copy.nextWeight = nextWeight;
        copy.currPos = currPos;
        copy.weights = weights.clone();
        copy.npos = npos.clone();
        copy.lpos = lpos.clone();
        copy.rweight = rweight.clone();
        copy.aside = aside.clone();
        return copy;
    }

    /** Follows changes: the group's targets that may take requests are these now. */
    void follow(Pool pool, int[] members) {
        int[] now = new int[Math.max(pool.size(), weights.length)];
        for (int target : members) {
            now[target] = EffectiveWeight.of(pool, target);
        }
        weights = Arrays.copyOf(weights, now.length);
        npos = Arrays.copyOf(npos, now.length);
        lpos = Arrays.copyOf(lpos, now.length);
        rweight = Arrays.copyOf(rweight, now.length);
        aside = Arrays.copyOf(aside, now.length);
        if (!begun) {
            begin(now);
        }
        for (int target : ChangeOrder.of(pool)) {
            if (weights[target] != now[target]) {
                change(target, now[target]);
            }
        }
    }

    private void begin(int[] now) {
        for (int target = 0; target < now.length; target++) {
            weights[target] = now[target];
            nextWeight += now[target];
            if (now[target] > 0) {
                queueByWeight(unused, target);
            }
        }
        currWeight = nextWeight;
        currPos = nextWeight;
        begun = true;
    }

    private void change(int target, int weight) {
        int before = weights[target];
        weights[target] = weight;
        nextWeight += weight - before;
        if (weight == 0) {
            dequeue(target);
        } else if (before == 0) {
            npos[target] = currPos + (nextWeight + currWeight - currPos) / weight;
            queue(target);
        } else if (unused.contains(target)) {
            unused.remove(target);
            queueByWeight(unused, target);
        } else {
            long position = next.contains(target) ? npos[target] + currWeight : npos[target];
            long step = nextWeight / weight;
            rweight[target] = 0;
            npos[target] = Math.min(position, lpos[target] + step);
            if (npos[target] < currPos + 2) {
                npos[target] = currPos + step;
            }
            dequeue(target);
            queue(target);
        }
    }

    private void queueByWeight(OrderedIndexes queue, int target) {
        queue.put(target, -weights[target]);
    }

    private void dequeue(int target) {
        current.remove(target);
        unused.remove(target);
        next.remove(target);
    }

    private void queue(int target) {
        if (npos[target] >= 2 * currWeight || npos[target] >= currWeight + nextWeight) {
            npos[target] -= currWeight;
            queueByWeight(next, target);
        } else {
            long within = (EffectiveWeight.MOST + rweight[target] - weights[target]) / Pool.WHOLE;
            current.put(target, POSITION_SCALE * npos[target] + within);
        }
    }

    /** The next target in turn that is able; those that are not lose their turn. */
    int pick(Request request, Pool pool) {
        if (currWeight == 0) {
            currWeight = nextWeight;
            currPos = nextWeight;
        }
        boolean switched = false;
        int extracted = 0;
        int picked = Balancer.NONE;
        while (picked == Balancer.NONE) {
            int target = due();
            if (target == Balancer.NONE && !switched) {
                switched = true;
                switchTrees();
                target = due();
            }
            if (target == Balancer.NONE) {
                break;
            }
            updatePosition(target);
            dequeue(target);
            currPos++;
            if (EligibleTargets.isAble(request, pool, target)) {
                picked = target;
                queue(target);
            } else {
                aside[extracted++] = target;
            }
        }
        while (extracted > 0) {
            int target = aside[--extracted];
            if (switched) {
                queueByWeight(unused, target);
            } else {
                queue(target);
            }
        }
        return picked;
    }

    private int due() {
        int first = current.first();
        if (first != Balancer.NONE && npos[first] <= currPos) {
            return first;
        }
        int fresh = unused.first();
        if (fresh != Balancer.NONE) {
            npos[fresh] = 0;
            rweight[fresh] = 0;
            return fresh;
        }
        return first;
    }

    private void switchTrees() {
        OrderedIndexes empty = unused;
        unused = next;
        next = empty;
        currWeight = nextWeight;
        currPos = nextWeight;
    }

    private void updatePosition(int target) {
        if (npos[target] == 0) {
            npos[target] = currPos;
        }
        int weight = weights[target];
        lpos[target] = npos[target];
        npos[target] += nextWeight / weight;
        rweight[target] += nextWeight % weight;
        if (rweight[target] >= weight) {
            rweight[target] -= weight;
            npos[target]++;
        }
    }

    /** Where a target stands, in words; empty for one that is not in the group. */
    String workings(int target) {
        if (current.contains(target)) {
            return "due at " + npos[target] + ", now " + currPos;
        }
        return unused.contains(target)
                ? "not yet used in this round"
                : next.contains(target) ? "due in the next round" : "";
    }
}
